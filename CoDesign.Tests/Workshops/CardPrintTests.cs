using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoDesign.Tests.Browser;
using CoDesign.Tests.Journeys;

namespace CoDesign.Tests.Workshops;

/// <summary>Cards on paper, by the browser's own print.</summary>
[Trait("Category", "Browser")]
public sealed partial class CardPrintTests(SampleHost host, BrowserFixture browser) : IClassFixture<SampleHost>
{
    [Theory]
    [InlineData("kind=prompt")]
    [InlineData("card=world-cafe")]
    public async Task Each_card_begins_a_sheet_of_A6(string asked)
    {
        var sample = await host.SampleAsync();
        var page = await browser.PersonAsync(host.Address, dark: true, persona: "facilitator");
        await page.GotoAsync($"/projects/{sample.Running}/deck/print?{asked}");
        var cards = await page.Locator(".printed-card").CountAsync();
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        var sheets = Sheet().Matches(pdf).Select(sheet => (Width: Millimetres(sheet.Groups[1]), Height: Millimetres(sheet.Groups[2]))).ToArray();

        Assert.All(sheets, sheet => Assert.Equal((105, 148), sheet));
        Assert.InRange(sheets.Length, cards, 2 * cards);
        await page.LeaveAsync();
    }

    private static double Millimetres(Group points) => Math.Round(double.Parse(points.Value, CultureInfo.InvariantCulture) / 72 * 25.4);

    [GeneratedRegex(@"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial Regex Sheet();
}
