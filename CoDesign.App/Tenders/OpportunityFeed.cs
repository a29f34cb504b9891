using System.Globalization;
using System.Text;
using System.Xml;
using CoDesign.App.Live;
using CoDesign.App.Projects;

namespace CoDesign.App.Tenders;

/// <summary>The opportunities for readers of feeds, and for search engines.</summary>
public static class OpportunityFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const int MostInMap = 5_000;

    /// <summary>Maps the feed, which takes the same questions as the page, the site map and what robots may read.</summary>
    public static WebApplication MapOpportunityFeed(this WebApplication app)
    {
        app.MapGet("/opportunities.atom", (HttpContext http, Opportunities register, Clock clock) =>
        {
            var found = register.Find(OpportunityQuery.Read(http.Request.Query), clock.Now());
            return Xml("application/atom+xml", xml => Write(xml, http, found.Shown, clock.Now()));
        }).ExcludeFromDescription();
        app.MapGet("/sitemap.xml", (HttpContext http, Opportunities register) => Xml("application/xml", xml =>
        {
            xml.WriteStartElement("urlset", Sitemap);
            foreach (var path in register.All(MostInMap).Select(one => one.Path).Prepend("/opportunities"))
            {
                xml.WriteStartElement("url", Sitemap);
                xml.WriteElementString("loc", Sitemap, SiteOf(http) + path);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        })).ExcludeFromDescription();
        app.MapGet("/robots.txt", (HttpContext http) => Results.Text(
            $"User-agent: *\nAllow: /opportunities\nAllow: /subcontracts\nAllow: /authorities\nDisallow: /\nSitemap: {SiteOf(http)}/sitemap.xml\n", "text/plain; charset=utf-8")).ExcludeFromDescription();
        return app;
    }

    private static void Write(XmlWriter xml, HttpContext http, IReadOnlyList<Opportunity> shown, DateTimeOffset now)
    {
        var site = SiteOf(http);
        xml.WriteStartElement("feed", Atom);
        xml.WriteElementString("title", Atom, Words.Of(OpportunityQuery.Read(http.Request.Query).Stage));
        xml.WriteElementString("id", Atom, $"{site}/opportunities{http.Request.QueryString}");
        xml.WriteElementString("updated", Atom, Time(shown.Select(one => one.ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
        Link(xml, "self", $"{site}/opportunities.atom{http.Request.QueryString}");
        Link(xml, "alternate", $"{site}/opportunities{http.Request.QueryString}");
        foreach (var one in shown)
        {
            xml.WriteStartElement("entry", Atom);
            xml.WriteElementString("title", Atom, Clean(one.Title));
            xml.WriteElementString("id", Atom, $"urn:uuid:{one.Tender.Value}");
            xml.WriteElementString("published", Atom, Time(one.PublishedAt));
            xml.WriteElementString("updated", Atom, Time(one.ChangedAt));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, one.Listing.Authority.Length > 0 ? Clean(one.Listing.Authority) : "CoDesign");
            xml.WriteEndElement();
            Link(xml, "alternate", $"{site}{one.Path}");
            xml.WriteElementString("summary", Atom, Clean($"{one.Summary}\n{one.WhenAt(now)}."));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, string to)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", to);
        xml.WriteEndElement();
    }

    private static IResult Xml(string type, Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) })) write(xml);
        return Results.Bytes(stream.ToArray(), $"{type}; charset=utf-8");
    }

    private static string SiteOf(HttpContext http) => string.Create(CultureInfo.InvariantCulture, $"{http.Request.Scheme}://{http.Request.Host}");

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Words without the signs that XML may not hold: half a pair is shown as one that can't be read.</summary>
    private static string Clean(string words) =>
        string.Concat(words.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));
}
