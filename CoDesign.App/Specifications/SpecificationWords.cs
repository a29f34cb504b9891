using CoDesign.App.Projects;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Thread;

namespace CoDesign.App.Specifications;

/// <summary>The specification's choices in plain words.</summary>
public static class SpecificationWords
{
    /// <summary>How far a clause is.</summary>
    public static string Of(ClauseStatus status) => status switch
    {
        ClauseStatus.Draft => "Draft",
        ClauseStatus.Agreed => "Agreed",
        _ => "Final",
    };

    /// <summary>Why there is a gap.</summary>
    public static string Of(GapReason reason) => reason switch
    {
        GapReason.SomethingElse => "It is about something else",
        GapReason.DoneAlready => "It is done already",
        GapReason.NotPossible => "It can’t be done now",
        GapReason.ForLater => "It is kept for later",
        GapReason.Law => "The law asks for it",
        GapReason.Policy => "A policy asks for it",
        GapReason.Safety => "It keeps people safe",
        _ => "Another reason",
    };

    /// <summary>What could be plainer.</summary>
    public static string Of(PlainHint hint) => hint.Kind switch
    {
        HardWords.LongSentence => $"A long sentence. Could it be two? “{Words.Short(hint.Quote, 80)}”",
        HardWords.Passive => $"“{hint.Quote}”: who does it?",
        _ => $"“{hint.Quote}”: better “{hint.Better}”",
    };

    /// <summary>What to look at again.</summary>
    public static string Of(SpecificationWarning warning) => warning.Kind switch
    {
        WarningKind.ManyConstraints => $"{warning.Words} clauses constrain. A specification that is too rigid stops new ideas: which of them could leave room for other ways?",
        WarningKind.NoMeasure => $"Nobody could tell whether this is reached, as it has no measure: “{Words.Short(warning.Words)}”",
        WarningKind.NoBaseline => $"Nobody knows how it is today: “{Words.Short(warning.Words)}”",
        WarningKind.NoWayToKnow => $"It isn’t said how or how often anybody looks: “{Words.Short(warning.Words)}”",
        WarningKind.Activity => $"This says what somebody does. What would be different for people? “{Words.Short(warning.Words)}”",
        _ => $"Nothing that was said by these people reaches a clause: {Words.Of(Enum.Parse<SourceKind>(warning.Words)).ToLowerInvariant()}",
    };

    /// <summary>How much is tied or explained; never all while anything is open.</summary>
    public static string Share(Covered part) => part.All == 0 ? "–" : $"{Math.Floor(part.Share * 100):0}%";

    /// <summary>Something on the thread: people's words in quotation marks.</summary>
    public static string Quote(ThreadNode node, int most) => node.Ref.Kind == ThreadKind.Insight ? $"“{Words.Short(node.Text, most)}”" : Words.Short(node.Text, most);

    /// <summary>The same as a choice that somebody makes.</summary>
    public static string AsChoice(ClauseStatus status) => status switch
    {
        ClauseStatus.Draft => "Draft: it is being written",
        ClauseStatus.Agreed => "Agreed by the group",
        _ => "Final: its words stay as they are",
    };
}
