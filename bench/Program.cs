using CoDesign.Bench;

var asked = args is [] or ["all"] ? ["commands", "text", "startup"] : args;
foreach (var verb in asked)
{
    switch (verb)
    {
        case "commands":
            await CommandBench.RunAsync();
            break;
        case "text":
            await TextBench.RunAsync();
            break;
        case "startup":
            await StartUpBench.RunAsync();
            break;
        default:
            Console.Error.WriteLine($"There is no measurement called {verb}. Use commands, text, startup or all.");
            return 1;
    }
}

return 0;
