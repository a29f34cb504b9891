using System.Reflection;
using System.Text.Json;
using CoDesign.App.Identity;
using CoDesign.App.Sample;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Workshops;

namespace CoDesign.Tests.Sample;

/// <summary>The sample that comes with the app is whole: whatever points at something finds it, and nothing is left to be written.</summary>
public sealed class SampleFileTests
{
    private static readonly SampleFile File = SampleFile.Read();

    public static TheoryData<string> Stories { get; } = [.. File.Projects.Select(story => story.Key)];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Everything_that_a_story_points_at_is_there(string key)
    {
        var story = Story(key);
        AllWithin(story.Ideas.SelectMany(idea => idea.From), story.Insights.Length);
        AllWithin(story.Trials.Select(trial => trial.Idea), story.Ideas.Length);
        AllWithin(story.Outcomes.SelectMany(outcome => outcome.From), story.Trials.Length);
        AllWithin(story.Clauses.SelectMany(clause => clause.From), story.Outcomes.Length);
        AllWithin(story.Uses.Select(use => use.Insight).Concat(story.Gaps.Select(gap => gap.Insight).OfType<int>()), story.Insights.Length);
        AllWithin(story.Uses.Select(use => use.Clause).Concat(story.Gaps.Select(gap => gap.Clause).OfType<int>()), story.Clauses.Length);
        AllWithin(story.Clauses.Select(clause => clause.Within).OfType<int>(), story.Clauses.Length);
        AllWithin(story.Tender.Questions.SelectMany(question => question.Outcomes), story.Outcomes.Length);
        AllWithin(story.Tender.Questions.SelectMany(question => question.Clauses), story.Clauses.Length);
        foreach (var activity in story.Activities)
        {
            AllWithin(activity.Groups.SelectMany(group => group.Notes).Concat(activity.Keep), activity.Notes.Length);
            AllWithin(activity.Notes.Select(note => note.Column), Math.Max(1, activity.Columns.Length));
            var options = activity.Groups.Length + activity.Notes.Length - activity.Groups.Sum(group => group.Notes.Length);
            Assert.All(activity.Votes, vote => Assert.Equal(options, vote.Marks.Length));
        }

        AllWithin(story.Tender.Talks.Select(talk => talk.Question), story.Tender.Questions.Length);
        AllWithin(story.Tender.Talks.Select(talk => talk.Bid), story.Tender.Bids.Length);
        if (story.Tender.Conflict is { } conflict) AllWithin([conflict.Bid], story.Tender.Bids.Length);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Everybody_who_says_something_is_somebody(string key)
    {
        var story = Story(key);
        var (cast, tender) = (new SampleCast(File.People), story.Tender);
        string[] named =
        [
            .. story.Insights.Select(i => i.By), .. story.Ideas.Select(i => i.By), .. story.Trials.Select(t => t.By), .. story.Outcomes.Select(o => o.By),
            .. story.Activities.SelectMany(a => a.Notes.Select(n => n.By).Concat(a.Votes.Select(v => v.By))),
            .. tender.Open is { } open ? open.Enquiries.Select(e => e.By).Concat(open.Visits.Select(v => v.By).OfType<string>()).Append(open.Begun.By) : [],
            .. tender.Bids.Select(b => b.By), .. tender.Bids.Select(b => b.With?.By).OfType<string>(),
            .. tender.Talks.SelectMany(talk => talk.Notes.Select(note => note.By).Concat(talk.Confirmed).Append(talk.Dissent?.By)).OfType<string>(),
            .. tender.Scores?.Keys ?? [], .. tender.Conflict is { } conflict ? new[] { conflict.By } : [],
        ];
        Assert.All(named.Distinct(), by => Assert.NotEqual(default, cast[by]));
        Assert.All(File.People.Keys, person => Assert.Null(SamplePeople.Find(person)));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_bid_answers_every_question_and_every_answer_is_scored(string key)
    {
        var tender = Story(key).Tender;
        Assert.All(tender.Bids, bid => Assert.Equal(tender.Questions.Count(question => question.Round == ScoringRound.Written), bid.Answers.Length));
        Assert.All(tender.Rounds, round => Assert.Equal(tender.Bids.Length, round.Held.Length));
        Assert.All(tender.Rounds, round => Assert.All(round.Held, held => Assert.Equal(tender.Questions.Count(question => question.Round == round.Round), held.Heard.Length)));
        if (tender.Open is { } open) Assert.InRange(open.Begun.Answers.Length, 1, tender.Questions.Length - 1);
        if (tender.Bids.IsEmpty) return;
        Assert.Equal(100, tender.Groups.Sum(group => group.Weight));
        foreach (var (evaluator, scores) in tender.Scores!)
        {
            Assert.Equal(tender.Bids.Length, scores.Length);
            Assert.All(scores.Select((given, bid) => (given, bid)), score =>
            {
                var conflicted = tender.Conflict is { } conflict && conflict.By == evaluator && conflict.Bid == score.bid;
                Assert.Equal(conflicted, score.given is null);
                if (score.given is { } each) Assert.InRange(each.Length, tender.Stop == SampleStop.Scoring ? 0 : tender.Questions.Length, tender.Questions.Length);
            });
        }
    }

    [Fact]
    public void No_word_is_left_empty_and_no_field_is_one_that_nobody_reads()
    {
        using var stream = typeof(SampleFile).Assembly.GetManifestResourceStream("CoDesign.App.Sample.sample.json")!;
        using var read = JsonDocument.Parse(stream);
        Assert.All(Strings(read.RootElement, ""), said => Assert.False(string.IsNullOrWhiteSpace(said.Words), $"{said.Where} is empty."));
        var known = typeof(SampleFile).Assembly.GetTypes().Where(type => type.Namespace == typeof(SampleFile).Namespace).Append(typeof(StagePlan))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .Concat(File.People.Keys).Concat(File.Projects.SelectMany(story => (story.Tender.Scores?.Keys ?? []).Concat(story.Votes?.Keys ?? []))).ToHashSet();
        Assert.All(Names(read.RootElement), name => Assert.Contains(name, known));
    }

    private static SampleStory Story(string key) => File.Projects.Single(story => story.Key == key);

    private static void AllWithin(IEnumerable<int> places, int length) => Assert.All(places, place => Assert.InRange(place, 0, length - 1));

    private static IEnumerable<(string Where, string? Words)> Strings(JsonElement json, string where) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Strings(member.Value, $"{where}.{member.Name}")),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, place) => Strings(item, $"{where}[{place}]")),
        JsonValueKind.String => [(where, json.GetString())],
        _ => [],
    };

    private static IEnumerable<string> Names(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Names(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
