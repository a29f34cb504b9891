namespace CoDesign.Bench;

/// <summary>Measures what is asked for, or everything in order, and prints tables.</summary>
internal static class Program
{
    private static readonly Dictionary<string, Func<Task>> Verbs = new()
    {
        ["startup"] = StartUpBench.RunAsync,
        ["commands"] = CommandBench.RunAsync,
        ["circuits"] = CircuitBench.RunAsync,
        ["board"] = BoardBench.RunAsync,
        ["text"] = TextBench.RunAsync,
        ["long-text"] = LongTextBench.RunAsync,
        ["pack"] = PackBench.RunAsync,
        ["opportunities"] = OpportunityBench.RunAsync,
        ["moderation"] = ModerationBench.RunAsync,
        ["last-minute"] = LastMinuteBench.RunAsync,
        ["chaos"] = ChaosBench.RunAsync,
    };

    public static async Task<int> Main(string[] args)
    {
        var asked = args is [] or ["all"] ? [.. Verbs.Keys] : args;
        if (asked.FirstOrDefault(verb => !Verbs.ContainsKey(verb)) is { } unknown)
            return Say($"There is no measurement called {unknown}. Use {string.Join(", ", Verbs.Keys)} or all.");
        if (!Server.IsRelease) return Say("Only a Release build tells anything: dotnet run -c Release --project bench -- all");
        foreach (var verb in asked) await Verbs[verb]();
        Console.WriteLine();
        Console.WriteLine($"Machine: {Machine.Describe()}.");
        return 0;
    }

    private static int Say(string wrong)
    {
        Console.Error.WriteLine(wrong);
        return 1;
    }
}
