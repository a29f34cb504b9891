using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CoDesign.Domain.Tenders;

/// <summary>One step of a scale.</summary>
/// <param name="Points">What it counts, 0 to 100.</param>
/// <param name="Label">A word for it.</param>
/// <param name="Meaning">What an answer must show for it, in plain words.</param>
public sealed record ScaleStep(int Points, string Label, string Meaning);

/// <summary>The steps from which whoever scores an answer chooses one.</summary>
/// <param name="Name">What it is called; a tender's scales have different names.</param>
/// <param name="Steps">From the lowest to the highest.</param>
public sealed record Scale(string Name, ImmutableArray<ScaleStep> Steps)
{
    /// <summary>The scale of every question for which no other was chosen: 0 to 5.</summary>
    public static Scale Usual { get; } = new("Nothing to excellent, 0 to 5",
    [
        new(0, "Nothing", "There is no answer to what was asked."),
        new(1, "Poor", "Touches on it, but would not work for the people it is for."),
        new(2, "Some way", "Answers part of it; important things are missing."),
        new(3, "Good", "Answers all of it, and we believe it would work."),
        new(4, "Very good", "Answers all of it well, with reasons to trust it."),
        new(5, "Excellent", "Better than we hoped for, shown by what people say or by results."),
    ]);

    /// <summary>The scales that come with CoDesign.</summary>
    public static ImmutableArray<Scale> Named { get; } =
    [
        Usual,
        new("In large steps, 0 to 10",
        [
            new(0, "Nothing", "There is no answer to what was asked."),
            new(3, "Doubtful", "We doubt that it would work for the people it is for."),
            new(6, "Sound", "We believe that it would work, and can say why."),
            new(8, "Strong", "We believe that it would work well, and are shown why."),
            new(10, "Outstanding", "It does more for people than we asked for, and we are shown how."),
        ]),
        new("Met or not, 0 to 1",
        [
            new(0, "Not met", "What we ask for isn't there."),
            new(1, "Met", "What we ask for is all there."),
        ]),
    ];

    /// <summary>The most points that it gives.</summary>
    [JsonIgnore]
    public int Top => Steps[^1].Points;

    /// <summary>Whether answers can be scored by it: 2 to 21 steps, each with more points than the one before, from 0 to 100.</summary>
    [JsonIgnore]
    public bool IsSound => Steps.Length is >= 2 and <= 21 && Steps[0].Points >= 0 && Top <= 100 &&
        Steps.Zip(Steps.Skip(1)).All(pair => pair.First.Points < pair.Second.Points);

    /// <inheritdoc />
    public bool Equals(Scale? other) => other is not null && Name == other.Name && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
