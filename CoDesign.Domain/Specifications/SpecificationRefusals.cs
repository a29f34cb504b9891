using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Specifications;

/// <summary>What a specification refuses, in plain words.</summary>
internal static class SpecificationRefusals
{
    public static Refusal NotWriter { get; } = new("specification.not-writer", "You can read the specification, but not write in it.");
    public static Refusal ParentUnknown { get; } = new("parent.unknown", "The clause that it should be part of isn't there any more. Choose another place.", "parent");
    public static Refusal IntoItself { get; } = new("parent.itself", "A clause can't be part of itself. Choose another place.", "parent");
    public static Refusal TooDeep { get; } = new("parent.too-deep", $"Clauses nest up to {Outline.MostLevels} levels deep, so that people can follow. Choose a place further up.", "parent");
    public static Refusal ClauseFinal { get; } = new("clause.final", "This clause is final. A commissioner opens it again first, and says why.");
    public static Refusal OnlyCommissionersFinish { get; } = new("clause.not-commissioner", "Only a commissioner of this project makes a clause final or opens it again. Ask one of them.", "status");
    public static Refusal NoWordsYet { get; } = new("clause.no-words", "This clause has no words yet. Write them first.", "status");

    public static Refusal GapUnknown { get; } = new("gap.unknown", "Choose an insight, a clause or a question of this project.", "thing");
    public static Refusal ReasonUnfit { get; } = new("reason.unfit", "Choose one of the reasons that fit.", "reason");

    public static Refusal JargonTooMany { get; } = new("jargon.too-many", "The list holds up to 200 words. Take some out first.", "words");

    public static Refusal JargonForm(string line) => new("jargon.form", $"Write each line as a word, an equals sign and a better word. This one isn't: {line}", "words");

    public static Refusal ClauseWouldGo(ImmutableArray<string> orphans) => new("clause.would-go",
        (orphans.IsEmpty ? "Its words go with it." : $"Its words go with it, and this would be left behind: {string.Join("; ", orphans)}.") + " Confirm to remove it all the same.", "confirmed");
}
