using System.Globalization;

/// <summary>
/// Runs inside the server before the app does, and says on demand what is on its heap; so the app itself needs no door
/// for measuring. The runtime looks for this name, in no namespace.
/// </summary>
#pragma warning disable CA1050, CA1852
internal static class StartupHook
{
    public const string Question = "heap";

    public static void Initialize() => new Thread(Answer) { IsBackground = true }.Start();

    private static void Answer()
    {
        while (Console.ReadLine() is { } asked)
        {
            if (asked != Question) continue;
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            Console.WriteLine(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture));
        }
    }
}
