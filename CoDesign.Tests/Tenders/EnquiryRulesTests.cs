using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>Who says what of which question, and in which order others read it.</summary>
public sealed class EnquiryRulesTests
{
    private readonly SafeAtSea _tender = SafeAtSea.Published();
    private readonly EnquiryId _hannahs;
    private readonly EnquiryId _beas;

    public EnquiryRulesTests() => (_hannahs, _beas) = (Asks(Hannah, "May volunteers do it?"), Asks(Bea, "How many are there?"));

    [Fact]
    public void Only_commissioners_say_why_a_question_stays_open()
    {
        _tender.County.Now = SafeAtSea.Deadline.AddDays(-1);

        foreach (var other in new[] { Fay, Cllr, Hannah, Bea }) Assert.Equal("tender.not-commissioner", _tender.Refusal(other, new ExplainOpenEnquiries("It is secret.")));
        Assert.Equal("reason.empty", _tender.Refusal(Tom, new ExplainOpenEnquiries(" ")));
    }

    [Fact]
    public void A_reason_is_for_those_that_are_open_and_given_once()
    {
        Answers(_hannahs, "Yes.");
        _tender.County.Now = SafeAtSea.Deadline.AddDays(-1);
        _tender.By(Tom, new ExplainOpenEnquiries("It is secret."));
        Assert.Empty(_tender.By(Tom, new ExplainOpenEnquiries("It is secret.")).Events);

        Assert.Equal(["", "It is secret."], _tender.Tender.Enquiries.Select(enquiry => enquiry.WhyOpen));
        Assert.False(_tender.Tender.HasUnexplained);
        Asks(Cai, "Why not?");
        Assert.True(_tender.Tender.HasUnexplained);
        Assert.Equal(["It is secret."], _tender.County.TenderFor(Nobody, _tender.Id)!.WhyUnanswered);
        Assert.Equal(["How many are there?"], SeenEnquiry.For(_tender.Tender, Bea, answers: false).Where(seen => seen.IsMine).Select(seen => seen.Question));
    }

    [Fact]
    public void Each_takes_back_and_answers_what_they_mean_and_nothing_else()
    {
        _tender.By(Bea, new WithdrawEnquiry(_beas));
        Assert.Empty(_tender.By(Bea, new WithdrawEnquiry(_beas)).Events);
        Assert.Equal("not-found", _tender.Refusal(Tom, new AnswerEnquiry(_beas, "How many?", "Two.")));
        Assert.Equal("not-found", _tender.Refusal(Tom, new AnswerEnquiry(new EnquiryId(Guid.NewGuid()), "How many?", "Two.")));
        Assert.Equal("shown.empty", _tender.Refusal(Tom, new AnswerEnquiry(_hannahs, " ", "Yes.")));
        Assert.Equal("answer.empty", _tender.Refusal(Tom, new AnswerEnquiry(_hannahs, "May they?", " ")));
        Answers(_hannahs, "Yes.");
        Assert.Empty(Answers(_hannahs, "Yes.").Events);
        _tender.By(Tom, new AnswerEnquiry(_hannahs, "May volunteers?", "Yes."));

        Assert.Equal([("May volunteers?", "Yes.")], SeenEnquiry.For(_tender.Tender, Nobody, answers: false).Select(seen => (seen.Question, seen.Answer)));
        Assert.False(_tender.Tender.HasUnexplained);
    }

    [Fact]
    public void Answers_are_read_in_the_order_in_which_they_were_given_not_asked()
    {
        Answers(_beas, "Two.");
        _tender.County.Now = _tender.County.Now.AddHours(1);
        Answers(_hannahs, "Yes.");

        Assert.Equal([_beas, _hannahs], SeenEnquiry.For(_tender.Tender, Nobody, answers: false).Select(seen => seen.Id));
    }

    [Fact]
    public void An_answer_makes_room_for_another_question_and_a_tender_taken_back_has_none()
    {
        for (var i = 0; i < 19; i++) Asks(Hannah, $"Question {i}?");
        Assert.Equal("enquiry.many", _tender.Refusal(Hannah, new AskAboutTender("One more?")));
        Answers(_hannahs, "Yes.");
        Assert.Null(_tender.Refusal(Hannah, new AskAboutTender("One more?")));

        _tender.By(Tom, new WithdrawTender("The money is gone."));
        Assert.Equal("tender.withdrawn", _tender.Refusal(Bea, new AskAboutTender("Why?")));
    }

    private EnquiryId Asks(ParticipantId who, string question) => new(_tender.By(who, new AskAboutTender(question)).Made!.Value);

    private Decision Answers(EnquiryId which, string answer) => _tender.By(Tom, new AnswerEnquiry(which, "What was asked", answer));
}
