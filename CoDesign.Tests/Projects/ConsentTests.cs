using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

/// <summary>What people agree to when they join, who agreed, and what follows for their names.</summary>
public sealed class ConsentTests
{
    private static readonly Given<ProjectDecider, Project, IProjectCommand> _open =
        Begun.By(Tom, new JoiningOpened("123456"), new ProjectDescribed("Safe by the sea", "Feel safe.", "We may quote you."));

    private static readonly Given<ProjectDecider, Project, IProjectCommand> _joined =
        _open.By(Nobody, new ParticipantJoined(Nobody, Role.ServiceUser), new ConsentGiven(Nobody, 1, 0));

    [Fact]
    public void Who_joins_agrees_to_the_words_that_they_read()
    {
        var joined = _open.When(Nobody, new JoinProject("123456", 1))
            .Then(new ParticipantJoined(Nobody, Role.ServiceUser), new ConsentGiven(Nobody, 1, ConsentWords.Latest));

        Assert.Equal(new Consent(1, ConsentWords.Latest, Given.Now), ProjectView.For(joined.State, Nobody)!.Consent);
        joined.When(Nobody, new JoinProject("123456", 1)).ThenNothing();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void Nobody_agrees_to_words_that_were_changed_while_they_read_or_never_stood_there(int wording)
    {
        _open.When(Nobody, new JoinProject("123456", wording)).ThenRefused("consent.changed");
        _joined.When(Nobody, new GiveConsent(wording)).ThenRefused("consent.changed");
    }

    [Fact]
    public void A_new_name_for_the_project_asks_nobody_again()
    {
        var renamed = _joined.By(Tom, new ProjectDescribed("Safe in the evening", "Feel safe.", "We may quote you."));

        renamed.When(Nobody, new GiveConsent(1)).ThenNothing();
        renamed.When(Nobody, new GiveConsent(2)).ThenNothing();
    }

    [Fact]
    public void Who_agreed_to_other_words_agrees_to_the_new_ones_when_they_like()
    {
        var changed = _joined.By(Tom, new ProjectDescribed("Safe by the sea", "Feel safe.", "We quote nobody."));

        Assert.True(ProjectView.For(changed.State, Nobody)!.Consent!.IsGiven);
        changed.When(Nobody, new GiveConsent(2)).Then(new ConsentGiven(Nobody, 2, ConsentWords.Latest));
    }

    [Fact]
    public void Who_takes_it_back_has_no_name_here_until_they_agree_again()
    {
        Assert.Empty(UnnamedFor(_joined, Tom));
        var withdrawn = _joined.When(Nobody, new WithdrawConsent()).Then(new ConsentWithdrawn(Nobody));

        Assert.Equal([Nobody], UnnamedFor(withdrawn, Tom));
        Assert.Equal([Nobody], UnnamedFor(withdrawn, Fay));
        Assert.Equal(Given.Now, ProjectView.For(withdrawn.State, Nobody)!.Consent!.WithdrawnAt);
        withdrawn.When(Nobody, new WithdrawConsent()).ThenNothing();
        var again = withdrawn.When(Nobody, new GiveConsent(1)).Then(new ConsentGiven(Nobody, 1, ConsentWords.Latest));
        Assert.Empty(UnnamedFor(again, Tom));
    }

    [Fact]
    public void Who_comes_by_code_without_agreeing_has_no_name_and_who_was_invited_has_one()
    {
        var joined = _open.When(Nobody, new JoinProject("123456")).Then(new ParticipantJoined(Nobody, Role.ServiceUser));

        Assert.Equal([Nobody], UnnamedFor(joined, Tom));
    }

    [Fact]
    public void Nobody_else_learns_who_agreed_or_took_it_back()
    {
        var withdrawn = _joined.By(Nobody, new ConsentWithdrawn(Nobody));

        foreach (var person in new[] { Amina, Hannah, Cllr })
        {
            Assert.Empty(UnnamedFor(withdrawn, person));
            Assert.Null(ProjectView.For(withdrawn.State, person)!.Consent);
        }
    }

    [Fact]
    public void Who_left_and_joins_again_is_asked_again()
    {
        var back = _joined.By(Tom, new ParticipantRemoved(Nobody)).When(Nobody, new JoinProject("123456")).ThenState();

        Assert.Null(ProjectView.For(back, Nobody)!.Consent);
        Assert.Equal([Nobody], ProjectView.For(back, Tom)!.Unnamed);
    }

    [Fact]
    public void To_strangers_there_is_nothing_to_agree_to()
    {
        foreach (var person in new[] { Nobody, Olu, ParticipantId.Public })
        {
            _open.When(person, new GiveConsent(1)).ThenRefused("not-found");
            _open.When(person, new WithdrawConsent()).ThenRefused("not-found");
        }
    }

    private static ImmutableHashSet<ParticipantId> UnnamedFor(Given<ProjectDecider, Project, IProjectCommand> given, ParticipantId viewer) =>
        ProjectView.For(given.State, viewer)!.Unnamed;
}
