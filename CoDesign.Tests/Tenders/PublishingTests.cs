using System.Security.Cryptography;
using System.Text;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

public sealed class PublishingTests
{
    [Fact]
    public void A_complete_tender_is_frozen_with_hash_time_publisher_and_reference()
    {
        var tender = SafeAtSea.Published();

        var published = tender.Tender.Publication!;

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(published.Markdown))), published.Hash);
        Assert.Equal((Tom, tender.County.Now), (published.By, published.At));
        Assert.Matches("^CD-2026-[2-9BCDFGHJKMNPQRSTVWXYZ]{6}$", published.Reference);
        Assert.Contains("Somebody is there until 10pm.", published.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', published.Markdown);
    }

    [Fact]
    public void What_was_published_stays_when_the_specification_goes_on()
    {
        var tender = SafeAtSea.Published();
        var before = tender.Tender.Publication;

        tender.County.Write(Tom, tender.Clause.Text, "Somebody is there until midnight.");

        Assert.Equal(before, tender.Tender.Publication);
    }

    [Fact]
    public void An_empty_tender_says_what_is_missing_one_after_the_other()
    {
        var tender = SafeAtSea.Begun();
        string? Missing() => tender.Refusal(Tom, new PublishTender());

        Assert.Equal("summary.empty", Missing());
        tender.By(Tom, new DescribeTender("Wardens.", 90_000, null, 12));
        Assert.Equal("deadline.empty", Missing());
        tender.By(Tom, new SetDeadline(SafeAtSea.Deadline));
        Assert.Equal("questions.none", Missing());
        tender.By(Tom, new AddQuestion(tender.Quality, "Safe", 90, "How?", 100, null, [], []));
        Assert.Equal("panel-groups.total", Missing());
        tender.By(Tom, new SetPanelGroup("Officers", 100, false));
        Assert.Equal("coverage.gap", Missing());
        tender.Explain();
        Assert.Null(Missing());
    }

    [Fact]
    public void A_group_of_criteria_without_a_question_is_refused()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new AddCriteriaGroup("Social value", 20, true));

        Assert.Equal("criterion.empty-group", tender.Refusal(Tom, new PublishTender()));
    }

    [Fact]
    public void A_deadline_that_passed_meanwhile_is_refused()
    {
        var tender = SafeAtSea.Ready();
        tender.County.Now = SafeAtSea.Deadline;

        Assert.Equal("deadline.past", tender.Refusal(Tom, new PublishTender()));
    }

    [Fact]
    public void A_specification_without_words_is_refused()
    {
        var tender = SafeAtSea.Ready();
        tender.County.Write(Tom, tender.Clause.Text, " \n ");

        Assert.Equal("specification.empty", tender.Refusal(Tom, new PublishTender()));
    }

    [Fact]
    public void Only_a_commissioner_publishes_and_strangers_find_nothing()
    {
        var tender = SafeAtSea.Ready();

        Assert.Equal("tender.not-commissioner", tender.Refusal(Fay, new PublishTender()));
        Assert.Equal("tender.not-commissioner", tender.Refusal(Amina, new PublishTender()));
        Assert.Equal("not-found", tender.Refusal(Nobody, new PublishTender()));
        Assert.Equal("not-found", tender.County.Begin(Nobody, "tender", new CreateTender(tender.Project, "Mine")).Refusal?.Code);
        Assert.Equal("not-found", tender.County.Begin(Tom, "tender", new CreateTender(default(ProjectId), "Nowhere")).Refusal?.Code);
        Assert.Equal("tender.one-per-project", tender.County.Begin(Tom, "tender", new CreateTender(tender.Project, "A second")).Refusal?.Code);
    }

    [Fact]
    public void Before_publication_officers_and_members_see_it_and_after_it_everybody_does_without_the_publisher()
    {
        var draft = SafeAtSea.Ready();
        Assert.True(draft.County.TenderFor(Tom, draft.Id)!.MayManage);
        Assert.False(draft.County.TenderFor(Fay, draft.Id)!.MayManage);
        Assert.False(draft.County.TenderFor(Cllr, draft.Id)!.MayManage);
        Assert.Null(draft.County.TenderFor(Amina, draft.Id));
        Assert.Null(draft.County.TenderFor(Nobody, draft.Id));
        Assert.Null(draft.County.TenderFor(default, draft.Id));

        var tender = SafeAtSea.Published();
        Assert.Equal(default, tender.County.TenderFor(default, tender.Id)!.Publication!.By);
        Assert.False(tender.County.TenderFor(Nobody, tender.Id)!.MayManage);
    }
}
