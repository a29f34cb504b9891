using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;

namespace CoDesign.Tests.Workshops;

/// <summary>Cards as people might write them.</summary>
internal static class Cards
{
    /// <summary>A method that a project on the sea front made up for itself.</summary>
    public static MethodCard BenchTalk { get; } = new("", "Bench talk", CardKind.Method, [Phase.Create], CardCategory.Insight, "Sit beside somebody and listen.",
        new FromTo(20, 45), new FromTo(2, 6), ["A bench", "Tea, in a flask"], ["Sit down beside them.", "Ask how they are, and wait."], ["Speak into the good ear."], "Words that nobody asked for before.",
        new BoardSetup("What did you hear?", ["Kind", "Hard"], [new(Stage.PrivateWriting, 10), new(Stage.Reveal, 15)], Deciding.Dots, 3), Rung.Asked);

    public static MethodCard Principle { get; } = new("", "Tea first", CardKind.Principle, [Phase.Initiate, Phase.Test], CardCategory.Workshop, "Nobody thinks well on an empty cup.",
        null, null, [], ["Put the kettle on."], [], "", null, null);
}
