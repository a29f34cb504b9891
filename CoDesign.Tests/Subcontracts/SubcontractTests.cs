using CoDesign.Domain.Kernel;
using CoDesign.Domain.Subcontracts;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Subcontracts;

/// <summary>Work that main contractors offer to others: who says what, and who reads it.</summary>
public sealed class SubcontractTests
{
    private static readonly DateTimeOffset _closes = Given.Now.AddDays(10);
    private static readonly WorkOffered _work = new("Big Care", "Drivers for the coast", "Two drivers each evening.", 5_000, 9_000, "The coast", _closes);
    private static readonly SubcontractId _id = new(Derived.Guid(Guid.Empty, "drivers"));

    private static Given<SubcontractDecider, Subcontract, ISubcontractCommand> Posted { get; } =
        Given.Stream<SubcontractDecider, Subcontract, ISubcontractCommand>("subcontract").By(Bea, new SubcontractPosted(_id, "SC-2026-BCDFGH", _work));

    [Fact]
    public void What_is_posted_is_read_by_everybody()
    {
        var seen = SubcontractView.For(Posted.State, ParticipantId.Public, Given.Now)!;
        Assert.Equal((_work, true, false), (seen.Work, seen.IsOpen, seen.IsMine));
        Assert.False(SubcontractView.For(Posted.State, Hannah, _closes.AddTicks(1))!.IsOpen);
    }

    [Fact]
    public void A_message_is_read_by_the_two_alone()
    {
        var contacted = Posted.By(Hannah, new PosterContacted(new ContactId(Guid.NewGuid()), "Harbour Lights", "We have a driver."))
            .By(Cai, new PosterContacted(new ContactId(Guid.NewGuid()), "Cliff Top Co-op", "We have three."));
        Assert.Equal(["We have a driver."], Read(contacted, Hannah));
        Assert.Equal(["We have a driver.", "We have three."], Read(contacted, Bea));
        Assert.All(SubcontractView.For(contacted.State, Bea, Given.Now)!.Contacts, one => Assert.Equal(ParticipantId.Public, one.By));
        Assert.Empty(Read(contacted, Nobody));
        Assert.Empty(Read(contacted, ParticipantId.Public));
    }

    [Fact]
    public void What_was_taken_down_is_gone_for_everybody_but_who_posted_it_and_they_read_why()
    {
        var down = Posted.By(Nobody, new SubcontractTakenDown("It sells cars."));
        Assert.Null(SubcontractView.For(down.State, Hannah, Given.Now));
        Assert.Null(SubcontractView.For(down.State, ParticipantId.Public, Given.Now));
        Assert.Equal("It sells cars.", SubcontractView.For(down.State, Bea, Given.Now)!.WhyTakenDown);
        Assert.Equal("not-found", Code(down, Hannah, new ContactPoster("Harbour Lights", "Still?")));
        Assert.Equal("subcontract.closed", Code(down, Bea, Change()));
    }

    [Fact]
    public void Who_posted_it_changes_and_closes_it_and_nobody_else()
    {
        Assert.Null(Code(Posted, Bea, Change()));
        Assert.Null(Code(Posted, Bea, new CloseSubcontract()));
        Assert.Equal("not-found", Code(Posted, Hannah, Change()));
        Assert.Equal("not-found", Code(Posted, Hannah, new CloseSubcontract()));
        Assert.Equal("subcontract.own", Code(Posted, Bea, new ContactPoster("Big Care", "Hello?")));
        Assert.Equal("not-found", Code(Posted, Hannah, new AnswerContact(new ContactId(Guid.NewGuid()), "Yes.")));
        Assert.Equal("subcontract.closed", Code(Posted.By(Bea, new SubcontractClosed()), Hannah, new ContactPoster("Harbour Lights", "Late?")));
    }

    [Fact]
    public void Nobody_writes_more_than_five_times()
    {
        var often = Enumerable.Range(0, 5).Aggregate(Posted, (so, i) => so.By(Hannah, new PosterContacted(new ContactId(Guid.NewGuid()), "Harbour Lights", $"{i}")));
        Assert.Equal("contact.too-many", Code(often, Hannah, new ContactPoster("Harbour Lights", "Again")));
        Assert.Null(Code(often, Cai, new ContactPoster("Cliff Top Co-op", "We have three.")));
    }

    [Theory]
    [InlineData("", 1, 2, 5, "title.empty")]
    [InlineData("Drivers", 3, 2, 5, "most.range")]
    [InlineData("Drivers", -1, 2, 5, "least.range")]
    [InlineData("Drivers", 1, 2, 0, "closes.range")]
    [InlineData("Drivers", 1, 2, 400, "closes.range")]
    public void What_an_offer_needs_is_asked_for(string title, int least, int most, int days, string code) => Assert.Equal(code,
        Code(Given.Stream<SubcontractDecider, Subcontract, ISubcontractCommand>("subcontract"), Bea, new PostSubcontract("Big Care", title, "Driving.", least, most, "", Given.Now.AddDays(days))));

    private static ChangeSubcontract Change() => new("Big Care", "Drivers", "Three drivers.", null, null, "", _closes);

    private static string[] Read(Given<SubcontractDecider, Subcontract, ISubcontractCommand> offer, ParticipantId who) =>
        [.. SubcontractView.For(offer.State, who, Given.Now)!.Contacts.Select(one => one.Message)];

    private static string? Code(Given<SubcontractDecider, Subcontract, ISubcontractCommand> offer, ParticipantId who, ISubcontractCommand command) =>
        SubcontractDecider.Decide(offer.State, command, new Context(who, Given.Operation, Given.Now, Facts.None)).Refusal?.Code;
}
