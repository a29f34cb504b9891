using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

public sealed class EnquiryTests
{
    [Fact]
    public void What_a_bidder_asks_is_for_them_and_for_who_answers_until_it_is_answered()
    {
        var tender = SafeAtSea.Published();
        var asked = Ask(tender, Hannah, "May volunteers of Harbour Lights do it?");

        Assert.True(Assert.Single(Seen(tender, Hannah)).IsMine);
        var waiting = Assert.Single(Seen(tender, Tom));
        Assert.Equal((asked, "May volunteers of Harbour Lights do it?", false), (waiting.Id, waiting.Question, waiting.IsMine));
        Assert.All(new[] { Bea, Fay, Cllr, Sam, Nobody, ParticipantId.Public }, other => Assert.Empty(Seen(tender, other)));

        tender.By(Tom, new AnswerEnquiry(asked, "May volunteers do it?", "Yes, with training."));
        foreach (var anybody in new[] { Hannah, Bea, Fay, Cllr, Tom, ParticipantId.Public })
        {
            var answer = Assert.Single(Seen(tender, anybody));
            Assert.Equal(("May volunteers do it?", "Yes, with training.", anybody == Hannah), (answer.Question, answer.Answer, answer.IsMine));
        }
    }

    [Fact]
    public void Nobody_sees_who_asked_not_even_who_answers()
    {
        var tender = SafeAtSea.Published();
        tender.By(Tom, new AnswerEnquiry(Ask(tender, Hannah, "One?"), "One?", "Yes."));
        Ask(tender, Bea, "Two?");

        foreach (var viewer in new[] { Tom, Fay, Cllr, Cai, Priya, ParticipantId.Public })
        {
            var view = System.Text.Json.JsonSerializer.Serialize(tender.County.TenderFor(viewer, tender.Id), App.Storage.DomainJson.Options);
            Assert.DoesNotContain(Hannah.Text(), view, StringComparison.Ordinal);
            Assert.DoesNotContain(Bea.Text(), view, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Those_who_run_or_oversee_the_project_do_not_ask_here()
    {
        var tender = SafeAtSea.Published();

        Assert.All(new[] { Tom, Fay, Cllr }, officer => Assert.Equal("enquiry.officer", tender.Refusal(officer, new AskAboutTender("Is it?"))));
        Assert.Equal("not-found", tender.Refusal(ParticipantId.Public, new AskAboutTender("Is it?")));
        Assert.Equal("not-found", SafeAtSea.Ready().Refusal(Hannah, new AskAboutTender("Is it?")));
        Assert.Equal("question.empty", tender.Refusal(Hannah, new AskAboutTender(" ")));
    }

    [Fact]
    public void Only_commissioners_answer_and_only_who_asked_takes_a_question_back()
    {
        var tender = SafeAtSea.Published();
        var asked = Ask(tender, Hannah, "May volunteers do it?");

        Assert.All(new[] { Fay, Cllr, Bea, Hannah }, other => Assert.Equal("tender.not-commissioner", tender.Refusal(other, new AnswerEnquiry(asked, "Q", "A"))));
        Assert.All(new[] { Tom, Bea }, other => Assert.Equal("not-found", tender.Refusal(other, new WithdrawEnquiry(asked))));
        tender.By(Hannah, new WithdrawEnquiry(asked));
        Assert.Empty(Seen(tender, Tom));
        Assert.Equal("not-found", tender.Refusal(Tom, new AnswerEnquiry(asked, "Q", "A")));
    }

    [Fact]
    public void An_answer_stays_and_can_be_made_better_until_the_deadline()
    {
        var tender = SafeAtSea.Published();
        var asked = Ask(tender, Hannah, "How many?");
        tender.By(Tom, new AnswerEnquiry(asked, "How many?", "Twenty."));

        Assert.Equal("enquiry.answered", tender.Refusal(Hannah, new WithdrawEnquiry(asked)));
        tender.By(Tom, new AnswerEnquiry(asked, "How many?", "Twenty-five."));
        Assert.Equal("Twenty-five.", Assert.Single(Seen(tender, Bea)).Answer);
        tender.County.Now = SafeAtSea.Deadline;
        Assert.Null(tender.Refusal(Tom, new AnswerEnquiry(asked, "How many?", "Thirty.")));
        tender.County.Now = SafeAtSea.Deadline.AddTicks(1);
        Assert.Equal("tender.deadline-passed", tender.Refusal(Tom, new AnswerEnquiry(asked, "How many?", "Thirty.")));
        Assert.Equal("enquiry.late", tender.Refusal(Hannah, new AskAboutTender("Is it late?")));
    }

    [Fact]
    public void From_three_working_days_before_the_deadline_an_open_question_calls_for_an_answer_or_a_reason()
    {
        // The deadline is Friday 18 December 2026 at 5pm, so Tuesday the 15th is the third working day before.
        var tender = SafeAtSea.Published();
        Ask(tender, Hannah, "May volunteers do it?");
        var urgent = new DateTimeOffset(2026, 12, 15, 0, 0, 0, TimeSpan.Zero);
        bool Urgent(DateTimeOffset now, ParticipantId viewer) => tender.County.TenderFor(viewer, tender.Id)!.EnquiriesUrgent(now);

        Assert.False(Urgent(urgent.AddTicks(-1), Tom));
        Assert.True(Urgent(urgent, Tom));
        Assert.False(Urgent(urgent, Hannah));
        tender.County.Now = urgent.AddTicks(-1);
        Assert.Equal("enquiries.early", tender.Refusal(Tom, new ExplainOpenEnquiries("It asks for a secret.")));
        tender.County.Now = urgent;
        tender.By(Tom, new ExplainOpenEnquiries("It asks for what another firm told us in confidence."));
        Assert.False(Urgent(urgent, Tom));
        Assert.Equal(["It asks for what another firm told us in confidence."], tender.County.TenderFor(ParticipantId.Public, tender.Id)!.WhyUnanswered);
    }

    [Fact]
    public void Bids_are_not_opened_while_a_question_was_left_open_without_a_reason()
    {
        var tender = SafeAtSea.WithPanel();
        Ask(tender, Hannah, "May volunteers do it?");
        tender.County.Now = SafeAtSea.Deadline.AddMinutes(1);

        Assert.Equal("opening.enquiry", tender.PanelRefusal(Olu, new ApproveOpening()));
        tender.By(Tom, new ExplainOpenEnquiries("It came on the last evening."));
        Assert.Null(tender.PanelRefusal(Olu, new ApproveOpening()));
    }

    [Fact]
    public void A_question_asked_while_the_next_version_is_prepared_is_still_there_after_it()
    {
        var tender = SafeAtSea.Published();
        tender.By(Tom, new SetDeadline(SafeAtSea.Deadline.AddDays(14)));
        Ask(tender, Hannah, "May volunteers do it?");
        tender.By(Tom, new AmendTender("Two charities asked for more time."));

        Assert.Single(Seen(tender, Tom));
    }

    [Fact]
    public void Nobody_can_flood_those_who_answer()
    {
        var tender = SafeAtSea.Published();
        for (var i = 0; i < 20; i++) Ask(tender, Hannah, $"Question {i}?");

        Assert.Equal("enquiry.many", tender.Refusal(Hannah, new AskAboutTender("One more?")));
        Assert.Null(tender.Refusal(Bea, new AskAboutTender("One more?")));
    }

    private static EnquiryId Ask(SafeAtSea tender, ParticipantId who, string question) => new(tender.By(who, new AskAboutTender(question)).Made!.Value);

    private static System.Collections.Immutable.ImmutableList<SeenEnquiry> Seen(SafeAtSea tender, ParticipantId viewer) => tender.County.TenderFor(viewer, tender.Id)!.Enquiries;
}
