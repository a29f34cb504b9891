using System.Globalization;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>What is asked of bidders is checked for proportion; what is kept all the same carries a reason that everybody reads.</summary>
public sealed class AskTests
{
    private const string Section22 = "Procurement Act 2023, section 22";
    private const string Section85 = "Procurement Act 2023, section 85";
    private const string Section86 = "Procurement Act 2023, section 86";

    /// <summary>What is asked, for a contract of which value and kind, over two years; what is out of proportion, and where the rule is written.</summary>
    public static TheoryData<string, int, ContractKind, AskKind?, string> Cases => new()
    {
        { "insurance 1,000,000", 90_000, ContractKind.GoodsAndServices, null, "" },
        { "insurance 1,000,001", 90_000, ContractKind.GoodsAndServices, AskKind.Insurance, Section86 },
        { "insurance 10,000,000", 1_000_000, ContractKind.LightTouch, null, "" },
        { "insurance 10,000,001", 1_000_000, ContractKind.LightTouch, AskKind.Insurance, Section22 },
        { "insured-before", 90_000, ContractKind.GoodsAndServices, AskKind.InsuredBefore, Section22 },
        { "accounts 2", 90_000, ContractKind.GoodsAndServices, null, "" },
        { "accounts 3", 90_000, ContractKind.GoodsAndServices, AskKind.Accounts, Section86 },
        { "accounts 1", 20_000, ContractKind.GoodsAndServices, AskKind.Accounts, Section86 },
        { "accounts 3", 1_000_000, ContractKind.LightTouch, AskKind.Accounts, Section22 },
        { "audited", 1_000_000, ContractKind.LightTouch, AskKind.AuditedAccounts, Section22 },
        { "turnover 45,000", 90_000, ContractKind.GoodsAndServices, null, "" },
        { "turnover 45,001", 90_000, ContractKind.GoodsAndServices, AskKind.Turnover, Section86 },
        { "turnover 1,000,000", 1_000_000, ContractKind.LightTouch, null, "" },
        { "turnover 1,000,001", 1_000_000, ContractKind.LightTouch, AskKind.Turnover, Section22 },
        { "bond 1", 90_000, ContractKind.GoodsAndServices, AskKind.Bond, Section86 },
        { "bond 10", 6_000_000, ContractKind.Works, null, "" },
        { "bond 10.5", 6_000_000, ContractKind.Works, AskKind.Bond, Section22 },
        { "at-risk 10", 90_000, ContractKind.GoodsAndServices, null, "" },
        { "at-risk 11", 90_000, ContractKind.GoodsAndServices, AskKind.AtRisk, Section86 },
        { "at-risk 15", 300_000, ContractKind.GoodsAndServices, null, "" },
        { "at-risk 16", 300_000, ContractKind.GoodsAndServices, AskKind.AtRisk, Section22 },
        { "references 3", 90_000, ContractKind.GoodsAndServices, AskKind.References, Section86 },
        { "references 3", 300_000, ContractKind.GoodsAndServices, null, "" },
        { "certificate", 90_000, ContractKind.GoodsAndServices, null, "" },
        { "certificate", 20_000, ContractKind.GoodsAndServices, AskKind.Certificates, Section86 },
        { "select-first", 90_000, ContractKind.GoodsAndServices, AskKind.Selection, Section85 },
        { "select-first", 20_000, ContractKind.LightTouch, AskKind.Selection, Section85 },
        { "select-first", 300_000, ContractKind.GoodsAndServices, null, "" },
        { "papers", 300_000, ContractKind.GoodsAndServices, AskKind.Papers, Section22 },
        { "months 11", 90_000, ContractKind.GoodsAndServices, AskKind.Length, Section86 },
        { "months 12", 90_000, ContractKind.GoodsAndServices, null, "" },
        { "months 1", 20_000, ContractKind.GoodsAndServices, null, "" },
        { "staff months 23", 1_000_000, ContractKind.LightTouch, AskKind.Length, Section22 },
        { "staff months 24", 1_000_000, ContractKind.LightTouch, null, "" },
        { "start 2027-01-18", 90_000, ContractKind.GoodsAndServices, AskKind.Start, DatedRules.GoodPractice },
        { "start 2027-04-01", 90_000, ContractKind.GoodsAndServices, null, "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_out_of_proportion_names_its_rule_its_source_and_what_to_do_instead(string asked, int value, ContractKind kind, AskKind? expected, string source)
    {
        var warnings = AskWarnings.Of(Asking(asked) with { Value = value, Kind = kind }).ToArray();

        Assert.Equal(expected is { } one ? [one] : [], warnings.Select(warning => warning.Ask));
        Assert.All(warnings, warning =>
        {
            Assert.StartsWith(source, warning.Source, StringComparison.Ordinal);
            Assert.All([warning.Says, warning.Rule, warning.Instead], words => Assert.EndsWith(".", words, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void An_ask_out_of_proportion_keeps_the_tender_from_being_published_until_it_goes_or_has_a_reason()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, Insured(5_000_000));
        Assert.Equal("ask.out-of-proportion", tender.Refusal(Tom, new PublishTender()));

        tender.By(Tom, new KeepAsk(AskKind.Insurance, "The pier is old, and a fall from it costs that much."));
        Assert.Null(tender.Refusal(Tom, new PublishTender()));
        Assert.Contains("The pier is old, and a fall from it costs that much.", tender.Tender.Publication!.Markdown, StringComparison.Ordinal);
        Assert.Equal("The pier is old, and a fall from it costs that much.", Assert.Single(tender.County.TenderFor(Hannah, tender.Id)!.Asked).Reason);
    }

    [Fact]
    public void A_reason_is_for_what_was_asked_then_and_goes_with_it()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, Insured(5_000_000));
        tender.By(Tom, new KeepAsk(AskKind.Insurance, "The pier is old."));

        tender.By(Tom, Insured(5_000_000) with { References = 1 });
        Assert.Equal("The pier is old.", tender.Tender.AskReasons[AskKind.Insurance]);
        tender.By(Tom, Insured(50_000_000));
        Assert.Empty(tender.Tender.AskReasons);
        Assert.Equal("ask.out-of-proportion", tender.Refusal(Tom, new PublishTender()));
    }

    [Fact]
    public void No_reason_helps_where_the_law_forbids_and_none_is_needed_where_all_is_well()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, Insured(0) with { SelectsFirst = true });

        Assert.Equal("ask.forbidden", tender.Refusal(Tom, new KeepAsk(AskKind.Selection, "We always did.")));
        Assert.Equal("ask.in-proportion", tender.Refusal(Tom, new KeepAsk(AskKind.Bond, "To be safe.")));
        Assert.Equal("ask.unknown", tender.Refusal(Tom, new KeepAsk((AskKind)99, "To be safe.")));
        Assert.Equal("ask.out-of-proportion", tender.Refusal(Tom, new PublishTender()));
    }

    [Fact]
    public void The_documents_say_what_is_asked_and_that_nothing_is_where_nothing_is()
    {
        var tender = SafeAtSea.Ready();
        Assert.Contains("We ask for nothing besides your answers and your price.", Pack(tender), StringComparison.Ordinal);
        Assert.Contains("no part of the payment hangs on results", Pack(tender), StringComparison.Ordinal);

        tender.By(Tom, new DescribeAsks(1_000_000, false, 2, false, null, null, 7.5m, 1, ["Cyber Essentials"], false, false, true));
        var pack = Pack(tender);
        Assert.All(
            [
                "Be insured for £1,000,000 for one event when the contract begins; a promise is enough until then.", "Show your accounts of the last 2 years. If you are younger, show what you have.",
                "7.5% of the payment hangs on results", "Name somebody whom we may ask about work like this.", "Cyber Essentials", "People who do the work today may have the right to come along.",
            ], says => Assert.Contains(says, pack, StringComparison.Ordinal));
    }

    public static TheoryData<DescribeAsks, string, string> Refused => new()
    {
        { Insured(-1), "insurance.range", "insurance" },
        { Insured(100_000_001), "insurance.range", "insurance" },
        { Insured(0) with { YearsOfAccounts = 11 }, "accounts.range", "yearsOfAccounts" },
        { Insured(0) with { Turnover = -1 }, "turnover.range", "turnover" },
        { Insured(0) with { Bond = 100.1m }, "percent.range", "bond" },
        { Insured(0) with { AtRisk = -1 }, "percent.range", "atRisk" },
        { Insured(0) with { References = 21 }, "references.range", "references" },
        { Insured(0) with { Certificates = [new string('x', 121)] }, "certificates.too-long", "certificates" },
        { Insured(0) with { Certificates = [.. Enumerable.Range(0, 21).Select(number => $"ISO {number}")] }, "certificates.many", "certificates" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_asked_is_refused_beside_its_field(DescribeAsks asks, string code, string field)
    {
        var tender = SafeAtSea.Begun();

        var refusal = tender.County.Ask(Tom, tender.Id.Stream, asks).Refusal!;

        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    private static string Pack(SafeAtSea tender) => TenderDocument.Whole(TenderDocument.Compose(TenderDecider.SourceOf(
        tender.Tender, tender.County.Get<Domain.Projects.Project>(tender.Project.Stream), tender.County.Find<Domain.Text.TextDocument>))).Replace("\\", "", StringComparison.Ordinal);

    private static DescribeAsks Insured(decimal cover) => new(cover, false, null, false, null, null, null, null, [], false, false, false);

    /// <summary>A tender of two years that asks one thing, with bids until 18 December 2026.</summary>
    private static Tender Asking(string asked)
    {
        var words = asked.Split(' ');
        decimal Number() => decimal.Parse(words[^1], NumberStyles.Number, CultureInfo.InvariantCulture);
        var tender = new Tender { Months = 24, Deadline = SafeAtSea.Deadline, NoticeOn = new DateOnly(2026, 11, 9) };
        var none = Asks.None;
        return words[0] switch
        {
            "insurance" => tender with { Asks = none with { Insurance = Number() } },
            "insured-before" => tender with { Asks = none with { InsuredBefore = true } },
            "accounts" => tender with { Asks = none with { YearsOfAccounts = (int)Number() } },
            "audited" => tender with { Asks = none with { AuditedAccounts = true } },
            "turnover" => tender with { Asks = none with { Turnover = Number() } },
            "bond" => tender with { Asks = none with { Bond = Number() } },
            "at-risk" => tender with { Asks = none with { AtRisk = Number() } },
            "references" => tender with { Asks = none with { References = (int)Number() } },
            "certificate" => tender with { Asks = none with { Certificates = ["Cyber Essentials"] } },
            "select-first" => tender with { Asks = none with { SelectsFirst = true } },
            "papers" => tender with { Asks = none with { PapersFromAll = true } },
            "months" => tender with { Months = (int)Number() },
            "staff" => tender with { Months = (int)Number(), Asks = none with { StaffTransfer = true } },
            "start" => tender with { Start = DateOnly.Parse(words[^1], CultureInfo.InvariantCulture) },
            _ => throw new InvalidOperationException($"No case for {asked}."),
        };
    }
}
