using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

/// <summary>Who is in a project, how they come and go, and what each may do and see.</summary>
public sealed class PeopleOfAProjectTests
{
    [Fact]
    public void Whoever_begins_a_project_is_its_commissioner()
    {
        var project = Nothing.When(Tom, new CreateProject("  Safe by the sea ", Diamond.ServiceRedesign, "Feel safe.")).ThenState();

        Assert.Equal("Safe by the sea", project.Name);
        Assert.Equal([Role.Commissioner], project.RolesOf(Tom));
    }

    [Fact]
    public void A_project_begins_once_and_by_somebody()
    {
        Begun.When(Tom, new CreateProject("Again", Diamond.ServiceRedesign, "Again.")).ThenRefused("project.exists");
        Nothing.When(ParticipantId.Public, new CreateProject("Safe", Diamond.ServiceRedesign, "Safe.")).ThenRefused("not-found");
    }

    [Fact]
    public void A_code_lets_people_in_as_service_users_until_it_closes()
    {
        var open = Begun.When(Fay, new OpenJoining("123456")).Then(new JoiningOpened("123456"));

        open.When(Nobody, new JoinProject("123456")).Then(new ParticipantJoined(Nobody, Role.ServiceUser))
            .When(Nobody, new JoinProject("123456")).ThenNothing();
        open.When(Tom, new CloseJoining()).Then(new JoiningClosed("123456"))
            .When(Nobody, new JoinProject("123456")).ThenRefused("join.code-unknown", "code");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("654321")]
    [InlineData("1234567")]
    public void A_wrong_code_looks_like_a_closed_one(string? code)
    {
        Begun.When(Nobody, new JoinProject(code)).ThenRefused("join.code-unknown", "code");
        Begun.By(Tom, new JoiningOpened("123456")).When(Nobody, new JoinProject(code)).ThenRefused("join.code-unknown", "code");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("١٢٣٤٥٦")]
    public void A_code_has_six_plain_digits(string? code) => Begun.When(Tom, new OpenJoining(code)).ThenRefused("code.form", "code");

    [Fact]
    public void Somebody_who_joins_by_code_keeps_the_role_they_have() =>
        Begun.By(Tom, new JoiningOpened("123456")).When(Hannah, new JoinProject("123456")).ThenNothing();

    [Fact]
    public void Commissioners_invite_and_remove_and_nobody_else_does()
    {
        Begun.When(Tom, new InviteParticipant(Nobody, Role.Provider)).Then(new ParticipantJoined(Nobody, Role.Provider))
            .When(Tom, new RemoveParticipant(Nobody)).Then(new ParticipantRemoved(Nobody));
        foreach (var person in new[] { Fay, Amina, Hannah, Cllr })
        {
            Begun.When(person, new InviteParticipant(Nobody, Role.Provider)).ThenRefused("project.not-commissioner");
            Begun.When(person, new RemoveParticipant(Tom)).ThenRefused("project.not-commissioner");
        }
    }

    [Fact]
    public void The_last_commissioner_stays()
    {
        Begun.When(Tom, new RemoveParticipant(Tom)).ThenRefused("participant.last-commissioner");
        Begun.By(Tom, new ParticipantJoined(Fay, Role.Commissioner)).When(Fay, new RemoveParticipant(Tom)).Then(new ParticipantRemoved(Tom));
    }

    [Fact]
    public void An_invitation_names_a_person_and_a_role_they_do_not_hold()
    {
        Begun.When(Tom, new InviteParticipant(Amina, Role.ServiceUser)).ThenRefused("participant.has-role");
        Begun.When(Tom, new InviteParticipant(Nobody, (Role)99)).ThenRefused("role.unknown", "role");
        Begun.When(Tom, new InviteParticipant(ParticipantId.Public, Role.Member)).ThenRefused("participant.public", "participant");
        Begun.When(Tom, new InviteParticipant(ParticipantId.System, Role.Commissioner)).ThenRefused("participant.public", "participant");
        Begun.When(Tom, new RemoveParticipant(Nobody)).ThenRefused("not-found");
    }

    [Fact]
    public void Whoever_is_removed_is_a_stranger_again()
    {
        var without = Begun.By(Tom, new ParticipantRemoved(Amina));

        without.When(Amina, new CaptureInsight("Still here", SourceKind.Carer, [])).ThenRefused("not-found");
        Assert.Null(ProjectView.For(without.State, Amina));
    }

    public static TheoryData<IProjectCommand> Anything => [
        new OpenJoining("123456"), new CloseJoining(), new InviteParticipant(Nobody, Role.Commissioner), new RemoveParticipant(Tom),
        new CaptureInsight("Mine", SourceKind.Carer, []), new RewordInsight(Dark, "Mine"), new ProposeIdea("Mine", "Mine", []),
        new StartTrial(Wardens, "Mine", "Mine"), new ConcludeTrial(Fortnight, "Mine", Verdict.Stop), new DescribeOutcome("Mine", []),
        new AddMeasure(Safe, MeasureKind.Quantitative, "Falls", 1, 0, null, null, null, null, null, Bound.Provider),
        new AddClause("Mine", ClauseKind.Need, []), new RenameClause(Evenings, "Mine"), new MoveClause(Evenings, 1),
        new LinkThread(Link(On(Bench), On(Wardens))), new UnlinkThread(Link(On(Dark), On(Wardens)), true)];

    [Theory]
    [MemberData(nameof(Anything), DisableDiscoveryEnumeration = true)]
    public void To_strangers_evaluators_and_moderators_a_project_is_not_there(IProjectCommand command)
    {
        foreach (var person in new[] { Nobody, Olu, Priya, ParticipantId.Public, ParticipantId.System })
            Grown.When(person, command).ThenRefused("not-found");
        Nothing.When(Tom, command).ThenRefused("not-found");
    }

    [Theory]
    [MemberData(nameof(Anything), DisableDiscoveryEnumeration = true)]
    public void A_councillor_reads_and_changes_nothing(IProjectCommand command) =>
        Assert.StartsWith("project.not-", Grown.When(Cllr, command).Decision.Refusal?.Code, StringComparison.Ordinal);

    [Fact]
    public void The_outline_and_the_door_are_for_commissioner_and_facilitator()
    {
        foreach (var person in new[] { Amina, Hannah, Cllr })
        {
            foreach (var command in new IProjectCommand[] { new AddClause("X", ClauseKind.Need, []), new RenameClause(Evenings, "X"), new MoveClause(Evenings, 1), new OpenJoining("123456"), new CloseJoining() })
                Grown.When(person, command).ThenRefused("project.not-officer");
        }
    }

    [Fact]
    public void Only_the_system_records_a_tender_and_the_first_one_stays()
    {
        var (first, second) = (Derived.Guid(Guid.Empty, "first"), Derived.Guid(Guid.Empty, "second"));

        Begun.When(Tom, new RecordTender(first)).ThenRefused("not-found");
        Begun.When(ParticipantId.System, new RecordTender(first)).Then(new TenderRecorded(first))
            .When(ParticipantId.System, new RecordTender(second)).ThenNothing();
    }

    [Fact]
    public void A_view_says_what_its_reader_may_do()
    {
        var may = new[] { Tom, Fay, Amina, Hannah, Cllr }.Select(person => ProjectView.For(Grown.State, person)!)
            .Select(view => (view.MayInvite, view.MayManage, view.MayContribute, view.MayWrite));

        Assert.Equal([(true, true, true, true), (false, true, true, true), (false, false, true, true), (false, false, true, false), (false, false, false, false)], may);
        Assert.All([Olu, Priya, Nobody, ParticipantId.Public], person => Assert.Null(ProjectView.For(Grown.State, person)));
        Assert.Null(ProjectView.For(null, Tom));
    }

    [Fact]
    public void Only_officers_see_the_code()
    {
        var open = Begun.By(Tom, new JoiningOpened("123456")).State;

        Assert.Equal(["123456", "123456", null, null, null], new[] { Tom, Fay, Amina, Hannah, Cllr }.Select(person => ProjectView.For(open, person)!.JoinCode));
    }

    [Fact]
    public void What_did_not_change_keeps_its_reference_in_the_view()
    {
        var before = ProjectView.For(Grown.State, Amina)!;
        var after = ProjectView.For(Grown.By(Tom, new ClauseRenamed(Evenings, "Nights")).State, Amina)!;

        Assert.Same(before.Insights, after.Insights);
        Assert.Same(before.Links, after.Links);
        Assert.NotSame(before.Clauses, after.Clauses);
    }
}
