using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Projects;

/// <summary>What some insights have in common.</summary>
public sealed record Theme(ThemeId Id, string Name, ParticipantId By, DateTimeOffset At);

/// <summary>What somebody saw during a trial.</summary>
public sealed record Observation(ObservationId Id, string Text, SourceKind Source, ParticipantId By, DateTimeOffset At);

/// <summary>An idea in confidence. Its time and hash are its author's receipt.</summary>
public sealed record ConfidentialIdea(IdeaId Id, string Title, string Description, ImmutableArray<ThreadRef> From, ParticipantId By, DateTimeOffset At)
{
    /// <summary>SHA-256 over title, an empty line and description in UTF-8, as 64 lower-case hexadecimal digits.</summary>
    public string Hash => HashOf(Title, Description);

    /// <summary>Whether these are the words that were given, white space around them aside.</summary>
    public bool IsOf(string? title, string? description) => HashOf(title, description) == Hash;

    private static string HashOf(string? title, string? description) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Tidy(title)}\n\n{Tidy(description)}")));

    private static string Tidy(string? words) => (words ?? "").ReplaceLineEndings("\n").Trim();
}

/// <summary>What an outcome got in the vote.</summary>
public sealed record Priority(OutcomeId Outcome, int Dots);

/// <summary>The vote on which outcomes matter most: what all may know of it.</summary>
/// <param name="Outcomes">What can be voted on.</param>
/// <param name="IsOpen">Whether dots can be placed and changed.</param>
/// <param name="Result">Most dots first, equal ones as they were described; empty while it is open.</param>
/// <param name="Voters">How many voted; null while it is open, and where they are so few that a number would single them out.</param>
public sealed record PriorityVote(ImmutableArray<OutcomeId> Outcomes, bool IsOpen, ImmutableArray<Priority> Result, int? Voters);

/// <content>Themes, ideas in confidence, observations, and what matters most.</content>
public sealed partial record Project
{
    /// <summary>Themes, oldest first.</summary>
    public ImmutableList<Theme> Themes { get; init; } = [];

    /// <summary>Ideas in confidence, oldest first: for commissioners. Kept apart, so that no list that others see ever holds one.</summary>
    public ImmutableList<ConfidentialIdea> Confidential { get; init; } = [];

    /// <summary>The same by author.</summary>
    public ImmutableDictionary<ParticipantId, ImmutableList<ConfidentialIdea>> Offered { get; init; } = ImmutableDictionary<ParticipantId, ImmutableList<ConfidentialIdea>>.Empty;

    /// <summary>The vote on what matters most, without anybody's dots; null where there was none.</summary>
    public PriorityVote? Priorities { get; init; }

    /// <summary>Everybody's dots in that vote.</summary>
    public ImmutableDictionary<ParticipantId, ImmutableDictionary<OutcomeId, int>> Dots { get; init; } = ImmutableDictionary<ParticipantId, ImmutableDictionary<OutcomeId, int>>.Empty;

    /// <summary>The ideas that somebody offered in confidence.</summary>
    public ImmutableList<ConfidentialIdea> OfferedBy(ParticipantId person) => Offered.GetValueOrDefault(person) ?? [];

    /// <summary>Somebody's dots.</summary>
    public ImmutableDictionary<OutcomeId, int> DotsOf(ParticipantId person) => Dots.GetValueOrDefault(person) ?? ImmutableDictionary<OutcomeId, int>.Empty;

    private Project AfterThread(Recorded happened)
    {
        var (by, at) = (happened.Actor, happened.At);
        return happened.Event switch
        {
            ThemeMade e => this with { Themes = Themes.Add(new Theme(e.Theme, e.Name, by, at)), Feed = Note("named a theme", On(ThreadKind.Theme, e.Theme), by, at) },
            ThemeRenamed e => this with { Themes = Replace(Themes, t => t.Id == e.Theme, t => t with { Name = e.Name }) },
            ThemeRemoved e => this with { Themes = Themes.RemoveAll(t => t.Id == e.Theme) },
            IdeaOffered e => After(new ConfidentialIdea(e.Idea, e.Title, e.Description, e.From, by, at)),
            TrialObserved e => this with { Trials = Replace(Trials, t => t.Id == e.Trial, t => t with { Observations = t.Observations.Add(new Observation(e.Observation, e.Text, e.Source, by, at)) }) },
            OutcomeReworded e => this with { Outcomes = Replace(Outcomes, o => o.Id == e.Outcome, o => o with { Statement = e.Statement }) },
            PrioritiesOpened e => this with { Priorities = new PriorityVote(e.Outcomes, true, [], null), Dots = Dots.Clear(), Feed = Note("opened the vote on what matters most", null, by, at) },
            DotsPlaced e => this with { Dots = e.Dots.IsEmpty ? Dots.Remove(by) : Dots.SetItem(by, e.Dots) },
            PrioritiesClosed => this with { Priorities = Count(Priorities!), Feed = Note("closed the vote on what matters most", null, by, at) },
            _ => throw new InvalidOperationException($"A project knows no event {happened.Event.GetType().Name}."),
        };
    }

    private Project After(ConfidentialIdea offered) => this with
    {
        Confidential = Confidential.Add(offered),
        Offered = Offered.SetItem(offered.By, OfferedBy(offered.By).Add(offered)),
    };

    /// <summary>Those who left before it closed don't count.</summary>
    private PriorityVote Count(PriorityVote vote)
    {
        var papers = Dots.Where(paper => IsContributor(paper.Key)).Select(paper => paper.Value).ToArray();
        var rows = vote.Outcomes.Select(outcome => new Priority(outcome, papers.Sum(paper => paper.GetValueOrDefault(outcome))));
        return vote with { IsOpen = false, Result = [.. rows.OrderByDescending(row => row.Dots)], Voters = SmallGroup.Count(papers.Length) };
    }
}
