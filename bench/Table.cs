using System.Globalization;

namespace CoDesign.Bench;

/// <summary>Tables in Markdown, printed row by row as they come.</summary>
internal static class Table
{
    public static void Head(params string[] heads)
    {
        Console.WriteLine();
        Row(heads);
        Row([.. heads.Select(_ => "---")]);
    }

    public static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    public static string Number(double number, string form = "#,0") => number.ToString(form, CultureInfo.InvariantCulture);
}
