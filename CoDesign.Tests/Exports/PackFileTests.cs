using System.Net;
using CoDesign.Tests.Journeys;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CoDesign.Tests.Exports;

public sealed class PackFileTests(SampleHost host) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task Anybody_keeps_the_published_pack_as_a_page_or_for_a_word_processor()
    {
        var places = await host.SampleAsync();
        var published = places.Awarded;
        using var anybody = new Visitor(host.Address);

        var page = await anybody.ReadAsync($"/opportunities/{published.Reference}/pack.html");
        Assert.Equal(published.Title, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("h2"), heading => heading.TextContent.Contains("Timetable", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("script, link, img"));
        using var file = WordprocessingDocument.Open(await (await anybody.GetAsync($"/opportunities/{published.Reference}/pack.docx?version=1")).Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken));
        Assert.Contains(published.Reference, file.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync($"/opportunities/{published.Reference}/pack.docx?version=99")).StatusCode);
        Assert.NotNull(places);
    }

    [Theory]
    [InlineData("commissioner", HttpStatusCode.OK)]
    [InlineData("member", HttpStatusCode.OK)]
    [InlineData("service-user", HttpStatusCode.NotFound)]
    [InlineData("provider", HttpStatusCode.NotFound)]
    [InlineData("administrator", HttpStatusCode.NotFound)]
    public async Task What_is_being_written_is_for_who_may_see_it(string persona, HttpStatusCode expected)
    {
        var running = (await host.SampleAsync()).Running;
        using var somebody = await host.SignedInAsync(persona);

        foreach (var file in new[] { "pack.html", "pack.docx" })
            Assert.Equal(expected, (await somebody.GetAsync($"/projects/{running}/tender/{file}")).StatusCode);
    }
}
