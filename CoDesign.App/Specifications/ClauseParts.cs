using System.Collections.Immutable;
using System.Globalization;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Shell;
using CoDesign.App.Text;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Text;

namespace CoDesign.App.Specifications;

/// <summary>Clauses that are split in two or merged: what follows in other streams, and the places where one can be split. See record 13.</summary>
public static class ClauseParts
{
    private const int LongestBeginning = 60;
    private const int MostPlaces = 200;

    /// <summary>Adds what follows where a part of a text left for another.</summary>
    public static IServiceCollection AddClauseParts(this IServiceCollection services)
    {
        services.AddSingleton(provider => Reaction.To<PartSplitOff>((split, recorded, reading) => Follows(split, recorded, reading, provider.GetRequiredService<TextHistories>())));
        services.AddSingleton(provider => Reaction.To<TextMerged>((merged, recorded, reading) => Follows(merged, recorded, reading, provider.GetRequiredService<TextHistories>())));
        return services;
    }

    /// <summary>Where a clause can be split: at its paragraphs and headings but the first. See <see cref="TryRead"/>.</summary>
    public static ImmutableArray<Choice> PlacesIn(string text)
    {
        var places = ImmutableArray.CreateBuilder<Choice>();
        var (at, isNew, isFirst) = (0, true, true);
        foreach (var line in text.Split('\n'))
        {
            var isBlank = string.IsNullOrWhiteSpace(line);
            if (!isBlank && !isFirst && (isNew || line.StartsWith('#')) && places.Count < MostPlaces)
                places.Add(new Choice(string.Create(CultureInfo.InvariantCulture, $"{at}:{Beginning(line)}"), Words.Short(line.TrimStart('#', ' '), LongestBeginning)));
            (at, isNew, isFirst) = (at + line.Length + 1, isBlank, isFirst && isBlank);
        }

        return places.ToImmutable();
    }

    /// <summary>Reads a chosen place: roughly where it is, and the words that begin there.</summary>
    public static bool TryRead(string? place, out int near, out string words)
    {
        (near, words) = (0, "");
        if (place?.Split(':', 2) is not [var at, var beginning] || !int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out near)) return false;
        words = beginning;
        return true;
    }

    /// <summary>What a step of a clause's history was, where a part moved; null for any other.</summary>
    public static string? Said(ProjectView project, TextUpdate step)
    {
        if (step.ClientId is not (IPartMoved.Client or WordsBrought.Client) || !Guid.TryParseExact(step.OperationId.Split('-')[0], "n", out var id)) return null;
        var other = project.Clauses.Find(clause => clause.Id.Value == id) is { } clause ? $"“{clause.Title}”" : "another clause";
        return step.ClientId == IPartMoved.Client ? $"A part went to {other}" : $"Came from {other}";
    }

    private static IEnumerable<Carried> Follows(PartSplitOff split, Recorded recorded, Reading reading, TextHistories histories)
    {
        if (reading.Find<TextDocument>(recorded.Stream) is not { } text) yield break;
        yield return new Carried(text.Owner, new RecordSplit(split.To, new ClauseId(text.Id.Value), split.Title, recorded.Actor));
        yield return new Carried(split.To.Text, new CreateText(text.Owner));
        yield return new Carried(split.To.Text, PartOf(text, recorded, histories));
    }

    private static IEnumerable<Carried> Follows(TextMerged merged, Recorded recorded, Reading reading, TextHistories histories)
    {
        if (reading.Find<TextDocument>(recorded.Stream) is not { } text) yield break;
        var (clause, into) = (new ClauseId(text.Id.Value), merged.To);
        while (reading.Find<TextDocument>(into.Text)?.MergedInto is { } further) into = further;
        yield return new Carried(text.Owner, new RecordMerge(clause, into, recorded.Actor));
        // Where the other was removed at that very moment, the clause stays, and has its words back.
        var stays = reading.Find<Project>(text.Owner)?.Clauses.Exists(c => c.Id == clause) is true;
        yield return new Carried((stays ? clause : into).Text, PartOf(text, recorded, histories));
    }

    private static TakePart PartOf(TextDocument text, Recorded recorded, TextHistories histories)
    {
        var version = text.VersionAt(recorded.Version) - 1;
        var history = histories.Of(text.Id);
        return text.Departures.Single(part => part.Version == version).Carry(new ClauseId(text.Id.Value), recorded.Actor, history.At);
    }

    private static string Beginning(string line)
    {
        var beginning = line.Trim();
        if (beginning.Length > LongestBeginning) beginning = beginning[..(char.IsHighSurrogate(beginning[LongestBeginning - 1]) ? LongestBeginning - 1 : LongestBeginning)];
        return beginning;
    }
}
