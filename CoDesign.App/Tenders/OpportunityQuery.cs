using System.Globalization;
using CoDesign.App.Shell;
using CoDesign.Domain.Tenders;
using Microsoft.AspNetCore.WebUtilities;

namespace CoDesign.App.Tenders;

/// <summary>What somebody looks for among the opportunities, as it stands in addresses. What can't be read is left out.</summary>
public static class OpportunityQuery
{
    private const int LongestWords = 200;

    /// <summary>Reads it.</summary>
    public static OpportunityFilter Read(IQueryCollection query)
    {
        string? Of(string name) => query.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } typed ? typed.Trim() : null;
        var words = Of("words") ?? "";
        return new OpportunityFilter
        {
            Words = words[..Math.Min(words.Length, LongestWords)],
            Least = Pounds(Of("least")),
            Most = Pounds(Of("most")),
            Kind = Enum.TryParse<ContractKind>(Of("kind"), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
            Authority = Of("authority") is not { } who ? null : who == OfThisSite ? "" : who,
            Area = Of("area"),
            ClosesBy = DateOnly.TryParse(Of("by"), CultureInfo.InvariantCulture, out var day) && day.Year < 9_999 ? UkTime.At(day.AddDays(1).ToDateTime(TimeOnly.MinValue)).AddTicks(-1) : null,
            SuitsSmall = Of("small") is not null,
            TakesSubcontracts = Of("subcontracts") is not null,
            WelcomesConsortia = Of("consortia") is not null,
            Stage = Enum.TryParse<OpportunityStage>(Of("stage"), ignoreCase: true, out var stage) && Enum.IsDefined(stage) ? stage : Of("closed") is not null ? OpportunityStage.Closed : OpportunityStage.Open,
        };
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static OpportunityFilter Parse(string query) => Read(new QueryCollection(QueryHelpers.ParseQuery(query)));

    /// <summary>The same as <see cref="Read"/> reads it, and nothing else, in one order: two who look for the same have the same.</summary>
    public static string Write(OpportunityFilter filter)
    {
        var parts = new List<KeyValuePair<string, string?>>
        {
            new("words", filter.Words), new("least", Pounds(filter.Least)), new("most", Pounds(filter.Most)), new("kind", filter.Kind?.ToString()),
            new("authority", filter.Authority is "" ? OfThisSite : filter.Authority), new("area", filter.Area),
            new("by", filter.ClosesBy is { } by ? UkTime.DayOf(by).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null),
            new("small", filter.SuitsSmall ? "true" : null), new("subcontracts", filter.TakesSubcontracts ? "true" : null), new("consortia", filter.WelcomesConsortia ? "true" : null),
            new("stage", filter.Stage == OpportunityStage.Open ? null : filter.Stage.ToString().ToLowerInvariant()),
        };
        return QueryHelpers.AddQueryString("", parts.Where(part => !string.IsNullOrEmpty(part.Value)));
    }

    /// <summary>Which page of what was found, from 1.</summary>
    public static int PageOf(IQueryCollection query) => int.TryParse(query["page"], CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1;

    /// <summary>The address of another page of the same.</summary>
    public static string Page(HttpContext http, int page) =>
        QueryHelpers.AddQueryString("/opportunities", http.Request.Query.Where(part => part.Key != "page").Append(new("page", page.ToString(CultureInfo.InvariantCulture))));

    /// <summary>In an address, the authority that runs the site.</summary>
    public const string OfThisSite = "-";

    private static string? Pounds(long? pounds) => pounds?.ToString(CultureInfo.InvariantCulture);

    private static long? Pounds(string? typed) =>
        decimal.TryParse(typed?.Replace("£", "", StringComparison.Ordinal), NumberStyles.Number, FormBinder.Culture, out var pounds) && pounds is >= 0 and <= 10_000_000_000 ? (long)pounds : null;
}
