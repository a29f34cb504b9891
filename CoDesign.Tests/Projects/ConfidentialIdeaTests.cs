using System.Security.Cryptography;
using System.Text;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

/// <summary>An idea in confidence is its author's and the commissioners'; for everybody else there is nothing.</summary>
public sealed class ConfidentialIdeaTests
{
    private static readonly IdeaId Lanterns = new(Derived.Guid(Guid.Empty, "Lanterns"));

    private static Given<ProjectDecider, Project, IProjectCommand> Both { get; } = Grown.By(Tom, new ParticipantJoined(Bea, Role.Provider));

    private static Given<ProjectDecider, Project, IProjectCommand> Offered { get; } =
        Both.By(Hannah, new IdeaOffered(Lanterns, "Lanterns", "People carry the light.", [On(Dark)]));

    [Fact]
    public void A_provider_offers_an_idea_in_confidence() =>
        Grown.When(Hannah, new OfferIdea(" Lanterns ", "People carry\r\nthe light.", [Dark], [])).Then(
            new IdeaOffered(new IdeaId(Given.Made), "Lanterns", "People carry\nthe light.", [On(Dark)]));

    [Fact]
    public void Others_propose_theirs_openly()
    {
        foreach (var person in new[] { Amina, Fay, Tom })
            Grown.When(person, new OfferIdea("Lanterns", "Light.", [], [])).ThenRefused("idea.only-providers");
        Grown.When(Cllr, new OfferIdea("Lanterns", "Light.", [], [])).ThenRefused("project.not-contributor");
        Grown.When(Hannah, new OfferIdea("", "Light.", [], [])).ThenRefused("title.empty", "title");
        Grown.When(Hannah, new OfferIdea("Lanterns", null, [], [])).ThenRefused("description.empty", "description");
        Grown.When(Hannah, new OfferIdea("Lanterns", "Light.", [default], [])).ThenRefused("from.unknown", "from");
    }

    [Fact]
    public void Its_author_and_the_commissioners_read_it()
    {
        Assert.Equal("Lanterns", Assert.Single(ProjectView.For(Offered.State, Hannah)!.Confidential).Title);
        Assert.Equal("Lanterns", Assert.Single(ProjectView.For(Offered.State, Tom)!.Confidential).Title);
    }

    [Fact]
    public void For_everybody_else_the_view_is_what_it_was_before()
    {
        foreach (var person in new[] { Amina, Fay, Bea, Cllr })
        {
            var (before, after) = (ProjectView.For(Both.State, person)!, ProjectView.For(Offered.State, person)!);
            Assert.Equal(before, after);
            Assert.Equal(Given.Kept(before), Given.Kept(after));
            Assert.Equal(Given.Kept(ThreadView.For(before, null, null)), Given.Kept(ThreadView.For(after, null, null)));
        }
    }

    [Fact]
    public void It_is_in_no_list_that_all_read_not_even_for_those_who_may_read_it()
    {
        foreach (var person in new[] { Hannah, Tom })
        {
            var view = ProjectView.For(Offered.State, person)!;
            Assert.DoesNotContain(view.Ideas, idea => idea.Id == Lanterns);
            Assert.DoesNotContain(view.Feed, act => act.On?.Id == Lanterns.Value);
            Assert.DoesNotContain(view.Links, link => link.To.Id == Lanterns.Value);
            Assert.DoesNotContain(ThreadView.For(view, null, null).Nodes, node => node.Ref.Id == Lanterns.Value);
        }
    }

    [Fact]
    public void Whoever_tries_it_or_ties_it_is_told_what_they_would_be_if_it_were_not_there()
    {
        foreach (var person in new[] { Amina, Hannah, Tom })
        {
            Offered.When(person, new StartTrial(Lanterns, "More come.", "Count.")).ThenRefused("from.unknown", "idea");
            Offered.When(person, new LinkThread(Link(On(Dark), On(Lanterns)))).ThenRefused("link.unknown", "link");
        }
    }

    [Fact]
    public void How_many_one_provider_offered_says_nothing_of_the_room_that_another_has()
    {
        var busy = Both;
        for (var i = 0; i < ProjectDecider.MostOffered; i++) busy = busy.By(Hannah, new IdeaOffered(new IdeaId(Guid.NewGuid()), $"{i}", "x", []));

        busy.When(Hannah, new OfferIdea("One more", "Light.", [], [])).ThenRefused("project.full");
        busy.When(Bea, new OfferIdea("My first", "Light.", [], [])).ThenState();
    }

    [Fact]
    public void The_receipt_proves_the_words_and_only_them()
    {
        var idea = Offered.State.Confidential[0];

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Lanterns\n\nPeople carry the light."))), idea.Hash);
        Assert.Equal(Given.Now, idea.At);
        Assert.True(idea.IsOf(" Lanterns", "People carry the light.\r\n"));
        Assert.False(idea.IsOf("Lanterns", "People carry a light."));
        Assert.False(idea.IsOf("People carry the light.", "Lanterns"));
        Assert.False(idea.IsOf(null, null));
    }
}
