using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;

namespace CoDesign.Tests.Projects;

/// <summary>The way in on paper, by the browser's own print: a poster, and a sheet of slips.</summary>
[Trait("Category", "Browser")]
public sealed partial class InvitePrintTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("Safe by the sea", "660001")]
    [InlineData("What would have to be different so that people of every age feel safe by the sea in the evening, and like to come again?", "660002")]
    public async Task It_prints_a_poster_and_eight_slips_on_two_sheets_of_A4(string name, string digits)
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        await project.DoAsync("commissioner", new DescribeProject(name, "People feel safe.", ""));
        await project.DoAsync("commissioner", new OpenJoining(digits));
        var page = await browser.PersonAsync(host.Address, dark: true, persona: "facilitator");
        await page.GotoAsync(project.Page("invite"));
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.Equal([(210, 297), (210, 297)], Sheet().Matches(pdf).Select(sheet => (Millimetres(sheet.Groups[1]), Millimetres(sheet.Groups[2]))));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.Locator(".poster-name").IsVisibleAsync());
        Assert.False(await page.Locator(".site-header").IsVisibleAsync());
        var slips = await page.Locator(".slips > li").AllAsync();
        Assert.Equal(8, slips.Count);
        foreach (var slip in slips)
        {
            var paper = (await slip.BoundingBoxAsync())!;
            foreach (var part in new[] { ".join-qr", ".join-digits" })
            {
                var printed = (await slip.Locator(part).BoundingBoxAsync())!;
                Assert.True(printed.X >= paper.X && printed.Y >= paper.Y && printed.X + printed.Width <= paper.X + paper.Width && printed.Y + printed.Height <= paper.Y + paper.Height, $"{part} is cut off.");
            }
        }

        await page.LeaveAsync();
    }

    private static double Millimetres(Group points) => Math.Round(double.Parse(points.Value, CultureInfo.InvariantCulture) / 72 * 25.4);

    [GeneratedRegex(@"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial Regex Sheet();
}
