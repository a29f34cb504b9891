using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Providers;

namespace CoDesign.Tests.Evaluations;

/// <summary>What whoever chairs reads of a bidder before the award, in words that tell nobody's name.</summary>
public sealed class ProfileCheckTests
{
    // Half past midnight on 2 July in the United Kingdom; in UTC it is still the day before.
    private static readonly DateTimeOffset _handedIn = new(2026, 7, 1, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, "nothing was said", false)]
    [InlineData("yes yes yes", "all sentences are true", true)]
    [InlineData("yes no no", "2 of 3 with an explanation", false)]
    public void What_was_vouched_for_is_counted(string? said, string words, bool isClear)
    {
        var certified = said is null ? null : new Certified(new DateOnly(2025, 2, 24), [.. said.Split(' ').Select((holds, index) => new StatementAnswer($"s{index}", holds == "yes", "Long ago."))], default, _handedIn);
        Assert.Equal(new ProfileCheck("Self-certification", words, isClear), Checks(Facts() with { Certified = certified })[0]);
    }

    [Theory]
    [InlineData("2026-07-02", "£2,500,000", true)]
    [InlineData("2026-07-01", "£2,500,000, which had ended", false)]
    public void An_insurance_is_looked_at_on_the_day_of_handing_in_in_the_United_Kingdom(string ends, string words, bool isClear)
    {
        foreach (var (kind, at, what) in new[] { (InsuranceKind.PublicLiability, 1, "Public liability"), (InsuranceKind.EmployersLiability, 2, "Employers’ liability") })
        {
            var checks = Checks(Facts() with { Insurances = [new Insurance(kind, 2_500_000, DateOnly.Parse(ends, null))] });
            Assert.Equal(new ProfileCheck(what, words, isClear), checks[at]);
            Assert.Equal(("none", false), (checks[3 - at].Said, checks[3 - at].IsClear));
        }
    }

    [Theory]
    [InlineData(null, "nothing was said", false)]
    [InlineData(0, "none yet; something else is offered", false)]
    [InlineData(1, "1 year", true)]
    [InlineData(3, "3 years", true)]
    public void Accounts_are_counted_in_years(int? years, string words, bool isClear) =>
        Assert.Equal(new ProfileCheck("Accounts", words, isClear), Checks(Facts() with { Accounts = years is { } some ? new Accounts(some, "A letter of our bank") : null })[3]);

    [Fact]
    public void Of_a_bid_without_a_profile_nothing_is_said()
    {
        Assert.Empty(ProfileCheck.Of(null));
        Assert.Empty(Checks(null));
        Assert.Equal(4, Checks(Facts()).Length);
    }

    private static ProfileCheck[] Checks(ProfileFacts? facts) => [.. ProfileCheck.Of(new Submission([], 1, "", _handedIn) { Prices = [], Profile = facts })];

    private static ProfileFacts Facts() => new(new ProviderId(Guid.NewGuid()), "Harbour Lights", default, default, "", "", null, [], null, [], []);
}
