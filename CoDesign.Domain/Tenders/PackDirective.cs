using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace CoDesign.Domain.Tenders;

/// <summary>Something that a template can ask for.</summary>
/// <param name="Name">What stands between the braces.</param>
/// <param name="Example">How it is written.</param>
/// <param name="Says">What it puts in, in plain words.</param>
/// <param name="IsBlock">Whether it puts in paragraphs, a list or a table, which stand by themselves; else words within a line.</param>
/// <param name="Write">What it puts in for a source and an argument, in Markdown in which typed words stay in their place; null where the argument names nothing.</param>
public sealed record PackDirective(string Name, string Example, string Says, bool IsBlock, Func<PackSource, string, string?> Write)
{
    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Everything that a template can ask for, in the order of the help.</summary>
    public static ImmutableArray<PackDirective> All { get; } =
    [
        Inline("title", "What the tender is called", source => Typed.Line(source.Tender.Title)),
        Inline("project", "What the project is called", source => Typed.Line(source.Project.Name)),
        Inline("value", "The estimated value, VAT included", source => source.Tender.Value > 0 ? $"£{source.Tender.Value.ToString("#,0.##", _culture)}" : "*not given yet*"),
        Inline("start", "The day on which the contract begins", source => source.Tender.Start is { } start ? start.ToString("d MMMM yyyy", _culture) : "*not settled yet*"),
        Inline("length", "How long the contract lasts", source => source.Tender.Months switch { 0 => "*not settled yet*", 1 => "1 month", var months => $"{months} months" }),
        Inline("deadline", "Until when bids are in time", source => source.Tender.Deadline is { } deadline ? TenderDocument.When(deadline) : "*not set yet*"),
        Block("summary", "What is wanted, in short", PackBlocks.Summary),
        Block("outcomes", "Every outcome with its measures", PackBlocks.Outcomes),
        Block("measures", "Every measure, those that bind the provider and those that bind the commissioner", PackBlocks.Measures),
        Block("schedule", "Each outcome with its measures: where we are, where we want to be, by when, how often we look, and who is held to it", PackBlocks.Schedule),
        Block("specification", "Every clause, in order, with its number", PackBlocks.Specification),
        new("clause", "{{clause 3.2}}", "One clause, by its number in the outline", true, PackBlocks.Clause) { Missing = "no clause has that number." },
        Block("questions", "The questions, their weights and word limits", PackBlocks.Questions),
        Block("scoring", "How answers and prices become points, who scores, and what happens when two bids are equal", PackBlocks.Scoring),
        Block("scoring-in-short", "What answers and price count, in two sentences", PackBlocks.ScoringInShort),
        Block("vouching", "What a bidder vouches for by submitting, instead of papers", PackBlocks.Vouching),
        Block("timetable", "What happens when", PackBlocks.Timetable),
        Block("asks", "What bidders are asked besides answers and price, with the reasons", PackBlocks.Asks),
        Inline("at-risk", "How much of the payment hangs on results", source => AskWords.AtRisk(source.Tender.Asks)),
        Block("lots", "What can be bid for on its own, how many lots one may bid for and win, and what is welcome", PackLots.Lots),
        Block("wishes", "Whether bids by several together, and work by others than the winner, are welcome", PackLots.Wishes),
        Block("you-said-we-did", "What people talked about, and what became of it", PackBlocks.YouSaid),
    ];

    private static readonly FrozenDictionary<string, PackDirective> _byName = All.ToFrozenDictionary(directive => directive.Name);

    /// <summary>What is wrong where it puts in nothing.</summary>
    public string Missing { get; init; } = "it takes nothing after its name.";

    /// <summary>The directive of a name; null where there is none.</summary>
    public static PackDirective? Find(string name) => _byName.GetValueOrDefault(name);

    private static PackDirective Inline(string name, string says, Func<PackSource, string> write) =>
        new(name, $"{{{{{name}}}}}", says, false, (source, argument) => argument.Length == 0 ? write(source) : null);

    private static PackDirective Block(string name, string says, Func<PackSource, string> write) =>
        new(name, $"{{{{{name}}}}}", says, true, (source, argument) => argument.Length == 0 ? write(source) : null);
}
