using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Bids;

public sealed class EvidenceTests
{
    private readonly SafeAtSea _tender = SafeAtSea.WithPanel(asksEvidence: true);
    private int _files;

    private County County => _tender.County;

    [Fact]
    public void A_question_that_asks_for_evidence_keeps_a_bid_from_being_submitted_without_a_file()
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);

        Assert.Equal("bid.evidence-missing", Refusal(Hannah, bid, new SubmitBid()));

        Put(bid, "report.pdf");
        Assert.Null(Refusal(Hannah, bid, new SubmitBid()));
    }

    [Fact]
    public void What_was_submitted_keeps_its_files_whatever_is_done_to_the_bid_afterwards()
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        var first = Put(bid, "report.pdf");
        County.Do(Hannah, bid.Stream, new SubmitBid());

        County.Do(Hannah, bid.Stream, new RemoveEvidence(first.Id));
        var second = Put(bid, "accounts.pdf");

        Assert.Equal([first], Bid(bid).Submission!.Files);
        Assert.Equal([second], Bid(bid).Evidence);
        Assert.NotNull(Bid(bid).FindFile(first.Id));
        County.Do(Hannah, bid.Stream, new SubmitBid());
        Assert.Equal([second], Bid(bid).Submission!.Files);
        Assert.Null(Bid(bid).FindFile(first.Id));
    }

    [Fact]
    public void A_file_of_the_same_name_takes_the_others_place_and_the_same_file_twice_is_refused()
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        var draft = Put(bid, "report.pdf");
        var final = Put(bid, "report.pdf");

        Assert.Equal([final], Bid(bid).Evidence);
        Assert.Equal([draft.Id], Bid(bid).Dropped);
        Assert.Equal("evidence.there", Refusal(Hannah, bid, new AddEvidence(final with { Id = new EvidenceId(Guid.NewGuid()) }, 5)));
    }

    [Fact]
    public void An_answer_has_only_so_many_files_and_a_question_that_asks_for_none_has_none()
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        Put(bid, "1.pdf", most: 2);
        Put(bid, "2.pdf", most: 2);
        Assert.Equal("evidence.too-many", Refusal(Hannah, bid, new AddEvidence(File("3.pdf", _tender.Question), 2)));
        Assert.Null(Refusal(Hannah, bid, new AddEvidence(File("2.pdf", _tender.Question), 2)));

        var without = SafeAtSea.WithPanel();
        var other = without.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        Assert.Equal("not-found", without.County.Ask(Hannah, other.Stream, new AddEvidence(File("1.pdf", without.Question), 5)).Refusal?.Code);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, null)]
    [InlineData(1, "bid.late")]
    public void Files_come_and_go_until_the_deadline_to_the_millisecond(int milliseconds, string? expected)
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        var there = Put(bid, "report.pdf");

        County.Now = SafeAtSea.Deadline.AddMilliseconds(milliseconds);

        Assert.Equal(expected, Refusal(Hannah, bid, new AddEvidence(File("accounts.pdf", _tender.Question), 5)));
        Assert.Equal(expected, Refusal(Hannah, bid, new RemoveEvidence(there.Id)));
    }

    [Fact]
    public void Nobody_but_the_team_can_put_or_take_files()
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        var there = Put(bid, "report.pdf");

        foreach (var other in new[] { Tom, Fay, Cllr, Amina, Priya, Olu, Bea, Nobody, ParticipantId.Public })
        {
            Assert.Equal("not-found", Refusal(other, bid, new AddEvidence(File("x.pdf", _tender.Question), 5)));
            Assert.Equal("not-found", Refusal(other, bid, new RemoveEvidence(there.Id)));
        }
    }

    [Fact]
    public void Files_changed_after_submitting_are_said_to_be_changed_and_the_hash_is_over_them()
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        var file = Put(bid, "report.pdf");
        County.Do(Hannah, bid.Stream, new SubmitBid());
        var submission = Bid(bid).Submission!;
        Assert.False(Progress(bid).DiffersFrom(submission));

        Put(bid, "report.pdf");

        Assert.True(Progress(bid).DiffersFrom(submission));
        string HashWith(params EvidenceFile[] files) => Submission.HashOf("Harbour Lights", submission.Answers, 80_000, [], files);
        Assert.Equal(HashWith(file), submission.Hash);
        Assert.NotEqual(HashWith(), submission.Hash);
        Assert.NotEqual(HashWith(file with { Hash = new string('0', 64) }), submission.Hash);
        Assert.NotEqual(HashWith(file with { Name = "other.pdf" }), submission.Hash);
    }

    [Fact]
    public void The_panel_sees_the_files_of_bids_that_it_may_see_without_their_names_until_the_award()
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        var file = Put(bid, "Harbour Lights report.pdf");
        County.Do(Hannah, bid.Stream, new SubmitBid());
        _tender.Open();

        Assert.Empty(Files(Olu, bid));
        _tender.OnPanel(Olu, new DeclareInterests(bid, false, null));
        _tender.OnPanel(Orla, new DeclareInterests(bid, true, "My sister works there."));

        Assert.Equal([new PanelFile(file.Id, _tender.Question, "File 1.pdf", file.Bytes)], Files(Olu, bid));
        Assert.Equal("File 1.pdf", Assert.Single(Files(Priya, bid)).Name);
        Assert.Empty(Files(Orla, bid));
        Assert.Empty(Files(Sam, bid));
        Assert.Null(_tender.PanelFor(Tom)!.Bids);
        Assert.Null(_tender.PanelFor(Cllr));
        Assert.Null(_tender.PanelFor(Hannah));
        County.Bend<Panel>(_tender.Panel.Stream, panel => panel with { IsDone = true });
        foreach (var person in new[] { Tom, Cllr, Priya, Olu }) Assert.Equal("Harbour Lights report.pdf", Assert.Single(Files(person, bid)).Name);
        Assert.Empty(Files(Orla, bid));
    }

    [Fact]
    public void An_amendment_that_asks_for_evidence_cant_be_confirmed_without_any()
    {
        var tender = SafeAtSea.WithPanel();
        var bid = tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        tender.AsksEvidence();
        tender.By(Tom, new AmendTender("We want to see it.", SafeAtSea.Deadline, NoMoreTime: true));

        Assert.Equal("bid.evidence-missing", tender.County.Ask(Hannah, bid.Stream, new ConfirmBid(2)).Refusal?.Code);
    }

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData(@"C:\Users\Hannah\report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("Our \u202Efdp.report.pdf", "Our fdp.report.pdf")]
    [InlineData("a<b>:c|d?.pdf", "a-b--c-d.pdf")]
    [InlineData("line\r\nbreak\0.pdf", "linebreak.pdf")]
    [InlineData(" . .pdf", "file.pdf")]
    [InlineData(null, "file.pdf")]
    [InlineData("Über uns – 2026.PDF", "Über uns – 2026.pdf")]
    public void Names_are_made_safe(string? sent, string kept) => Assert.Equal(kept, EvidenceFile.SafeName(sent, ".pdf"));

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_ending() =>
        Assert.Equal(new string('x', EvidenceFile.LongestName - 4) + ".pdf", EvidenceFile.SafeName(new string('x', 500) + ".pdf", ".pdf"));

    private EvidenceFile Put(BidId bid, string name, int most = 5)
    {
        var file = File(name, _tender.Question);
        County.Do(Hannah, bid.Stream, new AddEvidence(file, most));
        return file;
    }

    private EvidenceFile File(string name, CriterionId question) =>
        new(new EvidenceId(Derived.Guid(Guid.Empty, $"file {++_files}")), question, name, 1_000 + _files, _files.ToString("x64", System.Globalization.CultureInfo.InvariantCulture));

    private Bid Bid(BidId bid) => County.Get<Bid>(bid.Stream);

    private BidProgress Progress(BidId bid) => BidProgress.Of(Bid(bid), _tender.Tender, text => County.Find<Domain.Text.TextDocument>(text)?.Text);

    private ImmutableArray<PanelFile> Files(ParticipantId viewer, BidId bid) => _tender.PanelFor(viewer)!.Bids!.Find(one => one.Bid == bid)!.Files;

    private string? Refusal(ParticipantId who, BidId bid, IBidCommand command) => County.Ask(who, bid.Stream, command).Refusal?.Code;
}
