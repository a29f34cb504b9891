using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>The authorities of a site: one list, from which a tender chooses.</summary>
public sealed class AuthorityTests
{
    [Fact]
    public void A_tender_chooses_an_authority_and_keeps_it_as_it_was_then()
    {
        var tender = SafeAtSea.Ready();
        var town = Added(tender, "Harbour Town", "https://harbour.example/contact", "PQRS-1234");
        tender.By(Tom, new DescribeListing(null, "The sea front", true, false, town));
        tender.Publish();
        Do(tender, new ChangeAuthority(town, "Harbour City", null, null));

        Assert.Equal(("Harbour Town", "harbour-town", "PQRS-1234"), (tender.Tender.Listing.Authority, tender.Tender.Listing.Buyer!.Key, tender.Tender.Listing.Buyer.Ppon));
        tender.By(Tom, new DescribeListing(null, "The sea front", true, false, town));
        Assert.Equal(("Harbour City", "harbour-town"), (tender.Tender.Drafted().Listing.Authority, tender.Tender.Drafted().Listing.Buyer!.Key));
        Assert.Equal("Harbour Town", tender.Tender.Listing.Authority);
    }

    [Fact]
    public void Only_what_is_in_the_list_can_be_chosen_and_a_name_from_before_stays()
    {
        var tender = SafeAtSea.Begun();
        Assert.Equal("authority.unknown", tender.Refusal(Tom, new DescribeListing("Anything", "", false, false)));
        Assert.Equal("authority.unknown", tender.Refusal(Tom, new DescribeListing(null, "", false, false, new AuthorityId(Guid.NewGuid()))));
        tender.County.Bend<Tender>(tender.Id.Stream, before => before with { Listing = new Listing("Old Town", "", false, false) });
        tender.By(Tom, new DescribeListing("Old Town", "The pier", false, false));
        Assert.Equal(("Old Town", null), (tender.Tender.Listing.Authority, tender.Tender.Listing.Buyer));
    }

    [Fact]
    public void One_that_is_closed_is_chosen_by_no_further_tender_and_stays_where_it_was()
    {
        var (tender, other) = (SafeAtSea.Begun(), SafeAtSea.Begun());
        var town = Added(tender, "Harbour Town");
        tender.By(Tom, new DescribeListing(null, "", false, false, town));
        Do(tender, new CloseAuthority(town, true));
        tender.By(Tom, new DescribeListing(null, "The pier", false, false, town));
        Assert.Equal("Harbour Town", tender.Tender.Listing.Authority);
        Added(other, "Harbour Town");
        Assert.Equal("authority.unknown", other.Refusal(Tom, new DescribeListing(null, "", false, false, new AuthorityId(Guid.NewGuid()))));
        tender.By(Tom, new DescribeListing(null, "", false, false));
        Assert.Equal("authority.unknown", tender.Refusal(Tom, new DescribeListing(null, "", false, false, town)));
        Do(tender, new CloseAuthority(town, false));
        tender.By(Tom, new DescribeListing(null, "", false, false, town));
    }

    [Theory]
    [InlineData("", null, null, "name.empty")]
    [InlineData("harbour TOWN", null, null, "name.taken")]
    [InlineData("Pier", "harbour.example", null, "page.form")]
    [InlineData("Pier", "javascript:alert(1)", null, "page.form")]
    [InlineData("Pier", null, "12 34", "ppon.form")]
    public void What_an_authority_needs_is_asked_for(string name, string? page, string? ppon, string code)
    {
        var tender = SafeAtSea.Begun();
        Added(tender, "Harbour Town");
        Assert.Equal(code, tender.County.Ask(Nobody, AuthorityList.Stream, new AddAuthority(name, page, ppon)).Refusal?.Code);
    }

    [Fact]
    public void Names_that_read_alike_in_addresses_get_a_number_and_there_is_one_list_only()
    {
        var tender = SafeAtSea.Begun();
        Added(tender, "Harbour Town");
        Added(tender, "Harbour-Town!");
        Added(tender, "Ἀθῆναι");
        Assert.Equal(["harbour-town", "harbour-town-2", "authority"], tender.County.Get<AuthorityList>(AuthorityList.Stream).All.Select(one => one.Buyer.Key));
        Assert.Equal("not-found", tender.County.Ask(Nobody, new StreamId("authority", Guid.NewGuid()), new AddAuthority("Pier", null, null)).Refusal?.Code);
    }

    private static AuthorityId Added(SafeAtSea tender, string name, string? page = null, string? ppon = null) => new(Do(tender, new AddAuthority(name, page, ppon)).Made!.Value);

    private static Decision Do(SafeAtSea tender, IAuthorityCommand command) => tender.County.Do(Nobody, AuthorityList.Stream, command);
}
