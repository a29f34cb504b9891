using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Providers;

/// <summary>Looking for partners in the open, by one's own choice, and writing to each other about it.</summary>
public sealed class SeekingTests
{
    private readonly SafeAtSea _tender = SafeAtSea.WithPanel();
    private readonly ProviderId _harbour;
    private readonly ProviderId _big;

    public SeekingTests() => (_harbour, _big) = (Begin(Hannah, "Harbour Lights"), Begin(Bea, "Big Care"));

    private County County => _tender.County;

    [Fact]
    public void An_organisation_says_that_it_looks_for_partners_and_takes_it_back_at_any_time()
    {
        Look(Hannah, isPublic: false);

        Assert.Equal(("Harbour Lights", "Forty volunteers", "Somebody with a night shift"), Seen(Bea).Select(one => (one.Name, one.Brings, one.LooksFor)).Single());
        Assert.Single(Seen(Tom));
        Assert.Empty(Seen(ParticipantId.Public));
        Look(Hannah, isPublic: true);
        Assert.Single(Seen(ParticipantId.Public));

        County.Now = SafeAtSea.Deadline.AddDays(1);
        Assert.Equal("seek.late", _tender.Refusal(Hannah, new LookForPartners(_harbour, "Forty", "Nights", true)));
        _tender.By(Hannah, new StopLooking(_harbour));
        Assert.Empty(Seen(Bea));
    }

    [Fact]
    public void Nobody_says_it_for_others_or_while_running_the_tender()
    {
        Assert.Equal("provider.unknown", _tender.Refusal(Bea, new LookForPartners(_harbour, "Money", "Ideas", true)));
        Assert.Equal("not-found", _tender.Refusal(ParticipantId.Public, new LookForPartners(_harbour, "Money", "Ideas", true)));
        Look(Hannah, isPublic: true);
        Assert.Equal("provider.unknown", _tender.Refusal(Bea, new StopLooking(_harbour)));

        var toms = Begin(Tom, "County care team");
        Assert.Equal("seek.officer", _tender.Refusal(Tom, new LookForPartners(toms, "Staff", "A van", true)));
        Assert.Equal("not-found", SafeAtSea.Ready().Refusal(Hannah, new LookForPartners(_harbour, "Forty", "Nights", true)));
    }

    [Fact]
    public void What_is_said_does_not_tell_who_said_it_or_whether_anybody_bids_and_outlives_an_amendment()
    {
        Look(Hannah, isPublic: true);
        var before = Kept(Cai);
        _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        Assert.Equal(before, Kept(Cai));
        Assert.DoesNotContain(Hannah.Text(), before, StringComparison.Ordinal);

        _tender.By(Tom, new SetDeadline(SafeAtSea.Deadline.AddDays(14)));
        _tender.By(Tom, new AmendTender("Two charities asked for more time."));
        Assert.Single(Seen(Bea));
    }

    [Fact]
    public void Organisations_write_to_each_other_about_a_tender_and_nobody_else_reads_it()
    {
        Assert.Equal("talk.not-open", County.Ask(Bea, _big.Stream, new WriteToProvider(_tender.Id, _harbour, "Shall we?")).Refusal?.Code);
        Look(Hannah, isPublic: true);
        County.Do(Bea, _big.Stream, new WriteToProvider(_tender.Id, _harbour, "Shall we?"));
        County.Do(Hannah, _harbour.Stream, new WriteToProvider(_tender.Id, _big, "Let us talk."));

        Assert.Equal([(false, "Shall we?"), (true, "Let us talk.")], Talks(_harbour, Hannah)!.Select(line => (line.IsOurs, line.Words)));
        Assert.Equal([(true, "Shall we?"), (false, "Let us talk.")], Talks(_big, Bea)!.Select(line => (line.IsOurs, line.Words)));
        Assert.Null(Talks(_harbour, Bea));
        Assert.Null(Talks(_harbour, Tom));
        Assert.Equal("not-found", County.Ask(Cai, _big.Stream, new WriteToProvider(_tender.Id, _harbour, "Me too")).Refusal?.Code);
        Assert.Equal("not-found", County.Ask(Hannah, _big.Stream, new TakeWords(_tender.Id, _harbour, "Harbour Lights", Hannah, "Forged")).Refusal?.Code);

        _tender.By(Hannah, new StopLooking(_harbour));
        County.Do(Bea, _big.Stream, new WriteToProvider(_tender.Id, _harbour, "On Monday?"));
        Assert.Equal(Bea, ((IQuote)new WordsTaken(_tender.Id, _big, "Big Care", Bea, "On Monday?")).WordsOf);
    }

    [Fact]
    public void Nobody_can_flood_an_organisation()
    {
        Look(Hannah, isPublic: true);
        for (var i = 0; i < 20; i++) County.Do(Bea, _big.Stream, new WriteToProvider(_tender.Id, _harbour, $"Please {i}"));

        Assert.Equal("talk.waits", County.Ask(Bea, _big.Stream, new WriteToProvider(_tender.Id, _harbour, "Please")).Refusal?.Code);
        County.Do(Hannah, _harbour.Stream, new WriteToProvider(_tender.Id, _big, "Yes"));
        County.Do(Bea, _big.Stream, new WriteToProvider(_tender.Id, _harbour, "Thank you"));
    }

    private ProviderId Begin(ParticipantId who, string name) => new(County.Begin(who, "provider", new BeginProvider(name, ProviderKind.Vcse, ProviderSize.UpTo9)).Made!.Value);

    private void Look(ParticipantId who, bool isPublic) => _tender.By(who, new LookForPartners(_harbour, "Forty volunteers", "Somebody with a night shift", isPublic));

    private ImmutableList<Seeker> Seen(ParticipantId viewer) => County.TenderFor(viewer, _tender.Id)!.Seekers;

    private string Kept(ParticipantId viewer) => System.Text.Json.JsonSerializer.Serialize(County.TenderFor(viewer, _tender.Id), App.Storage.DomainJson.Options);

    private ImmutableList<TalkLine>? Talks(ProviderId provider, ParticipantId viewer) => ProviderView.For(County.Get<Provider>(provider.Stream), viewer, County.Now)?.Inside?.Talks;
}
