using CoDesign.Domain.Bids;
using CsCheck;

namespace CoDesign.Tests.Bids;

/// <summary>Whatever shares are declared: they are the whole exactly, or they are refused.</summary>
public sealed class SharesPropertyTests
{
    [Fact]
    public void Equal_parts_are_shares_that_make_the_whole_exactly_and_differ_by_less_than_a_part_in_a_hundred_each() =>
        Gen.Int[2, Shares.MostPartners + 1].Sample(count =>
        {
            var shares = Shares.Equal(count);
            Assert.Equal(count, shares.Length);
            Assert.True(Shares.AreWhole(shares));
            Assert.All(shares, share => Assert.True(Shares.IsShare(share)));
            Assert.True(shares.Max() - shares.Min() < 0.01m * count);
        });

    [Fact]
    public void A_hundredth_of_a_percent_more_or_less_is_not_the_whole() =>
        Gen.Int[2, 21].SelectMany(count => Gen.Select(Gen.Const(count), Gen.Int[0, count - 1], Gen.Int[-5_000, 5_000])).Sample((count, at, off) =>
        {
            var shares = Shares.Equal(count);
            var moved = shares.SetItem(at, shares[at] + off / 100m);
            Assert.Equal(off == 0, Shares.AreWhole(moved));
            // What one gives, another takes: the whole stays, in whatever order.
            var other = (at + 1) % count;
            Assert.True(Shares.AreWhole(moved.SetItem(other, moved[other] - off / 100m).Reverse()));
        });

    [Fact]
    public void A_share_has_at_most_two_decimal_places_and_lies_between_nothing_and_the_whole() =>
        Gen.Decimal[-200, 200].Sample(share => Assert.Equal(share > 0 && share < 100 && share * 100 == decimal.Truncate(share * 100), Shares.IsShare(share)));
}
