using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Tests.Tenders;

/// <summary>The diary shows where tenders get in each other's way, so that somebody can move one.</summary>
public sealed class DiaryTests
{
    private static readonly DateOnly _monday = new(2027, 1, 11);

    [Fact]
    public void Bids_for_the_same_kind_of_provider_at_the_same_time_clash_and_others_do_not()
    {
        var clash = Assert.Single(Diary.Clashes([Of("Meals", 0, 30), Of("Wardens", 30, 61), Of("Pier", 0, 90, ContractKind.Works), Of("Later", 62, 100)]), clash => clash.Code == "diary.overlap");

        Assert.Contains("“Meals” are written at the same time as for “Wardens”", clash.Says, StringComparison.Ordinal);
        Assert.Equal(2, clash.Tenders.Length);
    }

    [Theory]
    [InlineData(28, 34, true)]
    [InlineData(27, 28, false)]
    public void Whatever_closes_in_the_same_week_from_Monday_to_Sunday_clashes(int one, int other, bool clashes) =>
        Assert.Equal(clashes, Diary.Clashes([Of("Meals", 0, one), Of("Pier", 0, other, ContractKind.Works)]).Any(clash => clash.Code == "diary.same-week"));

    [Fact]
    public void A_break_in_the_time_for_bids_is_named_with_every_tender_that_spans_it()
    {
        var clash = Assert.Single(Diary.Clashes([Of("Meals", 60, 90), Of("Wardens", 74, 100, ContractKind.LightTouch), Of("Pier", 0, 20, ContractKind.Works)]), clash => clash.Code == "diary.break");

        Assert.Contains("Easter lies in the time for bids of “Meals” and “Wardens”", clash.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_the_first_are_named_and_the_rest_counted()
    {
        var clash = Assert.Single(Diary.Clashes([.. Enumerable.Range(1, 6).Select(number => Of($"Tender {number}", 0, 28))]), clash => clash.Code == "diary.same-week");

        Assert.Contains("“Tender 1”, “Tender 2”, “Tender 3” and 3 more", clash.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Alone_nothing_clashes() => Assert.Empty(Diary.Clashes([Of("Meals", 0, 30)]));

    private static DiaryTender Of(string title, int opens, int closes, ContractKind kind = ContractKind.GoodsAndServices) =>
        new(TenderId.From(Derived.Guid(Guid.Empty, title)), title, kind, _monday.AddDays(opens), _monday.AddDays(closes));
}
