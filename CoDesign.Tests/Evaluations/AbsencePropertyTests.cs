using System.Collections.Immutable;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CsCheck;
using static CoDesign.Tests.Evaluations.Scoring;

namespace CoDesign.Tests.Evaluations;

/// <summary>Whoever is noted absent, comes back, comes in somebody's place or confirms, in whatever order: what holds of each moment. A failure prints the seed that shows it.</summary>
public sealed class AbsencePropertyTests
{
    private const string Service = "Service users";
    private static readonly ParticipantId Chair = Named("chair");
    private static readonly (ParticipantId Person, string Group)[] Scored =
        [(Named("o1"), "Officers"), (Named("o2"), "Officers"), (Named("o3"), "Officers"), (Named("s1"), Service), (Named("s2"), Service)];
    private static readonly (ParticipantId Person, string Group)[] Late = [(Named("lo1"), "Officers"), (Named("lo2"), "Officers"), (Named("ls1"), Service), (Named("ls2"), Service)];
    private static readonly AnswerOf Answer = new(Bid("A"), Id("Safe"));
    private static readonly Project Project = new();
    private static readonly Tender Tender = new()
    {
        Criteria = [Question("Safe", 60), Price(40)],
        Groups = [new("Officers", 60, false), new(Service, 40, true)],
        Settlement = ScoreSettlement.PanelConsensus,
    };

    /// <summary>A number of acts, each by somebody; and what was set for each group before the opening.</summary>
    private static readonly Gen<(int? Officers, int? Service, (int Act, int Who)[] Acts)> Any = Gen.Select(
        Gen.Int[0, 4], Gen.Int[0, 3], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 8]).Array[0, 30],
        (officers, service, acts) => (officers == 0 ? null : (int?)officers, service == 0 ? null : (int?)service, acts));

    [Fact]
    public void Nothing_is_final_that_enough_of_those_who_are_there_have_not_confirmed_and_never_with_nobody_of_a_group() => Check((panel, bars) =>
    {
        if (!Moderation.Of(panel, Tender, Project).IsFinal(Answer)) return;
        foreach (var (group, bar) in bars)
        {
            var (own, confirmed, there) = Told(panel, group);
            var standIns = Math.Min(own.Count(person => !confirmed.Contains(person) && !there.Contains(person)), confirmed.Count(person => !own.Contains(person)));
            var counts = own.Count(confirmed.Contains) + standIns;
            var enough = counts >= Math.Min(bar, own.Length);
            var everybodyThere = own.Where(there.Contains).All(confirmed.Contains);
            Assert.True(enough || everybodyThere, $"{group} is final with {counts} of {bar}");
            Assert.True(counts > 0, $"{group} is final with nobody of it");
            Assert.True(enough || there.Count > 0, $"{group} is final though nobody of it is there");
        }
    });

    [Fact]
    public void While_nobody_is_away_it_is_as_though_nobody_had_ever_been_and_nobody_had_come() => Check((panel, bars) =>
    {
        var back = panel with { Absences = [] };
        var never = back with { Evaluators = [.. back.Evaluators.Where(one => !back.CameLate.Contains(one.Person))], CameLate = [] };
        Assert.Equal(Moderation.Of(never, Tender, Project).QuorumsOf(Answer).Select(Says), Moderation.Of(back, Tender, Project).QuorumsOf(Answer).Select(Says));
        Assert.All(Moderation.Of(back, Tender, Project).QuorumsOf(Answer), quorum => Assert.Equal(bars[quorum.Group], quorum.Needed));
        static string Says(Quorum quorum) => $"{quorum}";
    });

    [Fact]
    public void Noting_somebody_asks_no_fewer_than_are_still_there_and_no_fewer_than_before_where_nobody_is() => Check((panel, bars) =>
    {
        foreach (var (person, group) in Scored.Where(one => panel.AbsenceOf(one.Person) is null))
        {
            var after = Happens(panel, Chair, new AbsenceNoted(person, "Ill."));
            var (own, _, there) = Told(after, group);
            var asked = QuorumOf(after, group).Needed;
            Assert.True(asked >= Math.Min(QuorumOf(panel, group).Needed, own.Count(there.Contains)));
            if (there.Count == 0) Assert.Equal(bars[group], asked);
        }
    });

    [Fact]
    public void No_more_come_than_were_ever_noted_absent_in_their_group() => Check((panel, _) =>
        Assert.All(panel.OpenPlaces, place => Assert.True(place.Places <= panel.Absences.Count(one => panel.GroupOf(one.Person) == place.Group))));

    private static Quorum QuorumOf(Panel panel, string group) => Moderation.Of(panel, Tender, Project).QuorumsOf(Answer).Single(quorum => quorum.Group == group);

    /// <summary>Who of a group scored, who confirmed, and who is there.</summary>
    private static (ParticipantId[] Own, HashSet<ParticipantId> Confirmed, HashSet<ParticipantId> There) Told(Panel panel, string group) =>
    (
        [.. Scored.Where(one => one.Group == group).Select(one => one.Person)],
        [.. panel.Moderated.Single(one => one.Of == Answer).Confirmed.Where(person => panel.GroupOf(person) == group)],
        [.. panel.Evaluators.Where(one => one.Group == group && panel.AbsenceOf(one.Person) is null).Select(one => one.Person)]
    );

    private static void Check(Action<Panel, ImmutableDictionary<string, int>> holds) => Any.Sample(
        any =>
        {
            var panel = InRoom(any.Officers, any.Service);
            var bars = ImmutableDictionary<string, int>.Empty.Add("Officers", Math.Min(3, any.Officers ?? 2)).Add(Service, Math.Min(2, any.Service ?? 1));
            holds(panel, bars);
            foreach (var (act, who) in any.Acts)
            {
                panel = Acts(panel, act, who);
                holds(panel, bars);
            }
        },
        writeLine: TestContext.Current.TestOutputHelper!.WriteLine);

    /// <summary>One act, where it is allowed: to confirm, to be noted absent, to come back, to come in somebody's place, to agree on another score.</summary>
    private static Panel Acts(Panel panel, int act, int who)
    {
        var (person, group) = Scored.Concat(Late).ElementAt(who);
        var isOn = panel.GroupOf(person) is not null;
        return act switch
        {
            0 or 1 when isOn && Moderation.Of(panel, Tender, Project).MayConfirm(person, Answer) && !Moderation.Of(panel, Tender, Project).About(Answer).Confirmed.Contains(person) =>
                Happens(panel.AbsenceOf(person) is null ? panel : Happens(panel, person, new AbsenceEnded()), person, new OutcomeConfirmed(Answer.Bid, Answer.Question, 1)),
            2 when isOn => Happens(panel, Chair, new AbsenceNoted(person, "Ill.")),
            3 when isOn && panel.AbsenceOf(person) is not null => Happens(panel, person, new AbsenceEnded()),
            3 when !isOn && panel.OpenPlaces.Any(place => place.Group == group) =>
                Happens(Happens(panel, ParticipantId.System, new EvaluatorAppointed(person, group)), person, new InterestsDeclared(Answer.Bid, false, "")),
            4 when who == 0 => Happens(panel, Chair, new ConsensusRecorded(Answer.Bid, Answer.Question, null, 4, "Agreed.")),
            _ => panel,
        };
    }

    private static Panel InRoom(int? officers, int? service) => Happens(
        new Panel
        {
            Moderator = Chair,
            Bids = [new ReceivedBid(Answer.Bid, "A", "A", 1, [])],
            Evaluators = [.. Scored.Select(one => new Evaluator(one.Person, one.Group))],
            Locked = [.. Scored.Select(one => one.Person)],
            Quorums = [new("Officers", officers), new(Service, service)],
            InModeration = true,
            Declarations = [.. Scored.Select(one => new Declaration(one.Person, Answer.Bid, false, ""))],
            Scores = [.. Scored.Select(one => new Score(one.Person, Answer.Bid, Answer.Question, 3, "Because."))],
        },
        Chair, new ConsensusRecorded(Answer.Bid, Answer.Question, null, 3, "Agreed."));

    private static Panel Happens(Panel panel, ParticipantId who, IEvent happened) => panel.After(new Recorded(default, 1, happened, who, DateTimeOffset.UnixEpoch));

    private static ParticipantId Named(string name) => new(Derived.Guid(Guid.Empty, name));
}
