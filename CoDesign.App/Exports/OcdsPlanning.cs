using System.Text.Json.Nodes;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Exports;

/// <content>What is public before a tender is: releases of the planning stage.</content>
public sealed partial class OcdsRelease
{
    private (JsonObject Planning, JsonObject Tender) BeforeTender(OcdsStep step, PublishedNotice early) => (
        With(
            ("rationale", early.Notice.Summary),
            ("budget", With(("description", $"From {Shell.UkTime.Money(early.Notice.Least)} to {Shell.UkTime.Money(early.Notice.Most)}, VAT included"), ("amount", Money(early.Notice.Most)))),
            ("documents", List([Document("early-notice", "plannedProcurementNotice", "Early notice", $"/opportunities/{early.Reference}", "text/html", early.ChangedAt)])),
            ("milestones", step.Tender.Engagements.IsEmpty ? null : List(step.Tender.Engagements.Select((one, i) => Invitation(one, i, step.At))))),
        With(
            ("id", early.Reference), ("title", step.Tender.Title), ("description", early.Notice.Summary),
            ("status", early.WhyWithdrawn.Length > 0 ? "withdrawn" : "planning"),
            ("procuringEntity", Name(Buyer, BuyerOf(step.Tender))), ("minValue", Money(early.Notice.Least)), ("value", Money(early.Notice.Most)),
            ("mainProcurementCategory", early.Notice.Kind == ContractKind.Works ? "works" : "services"),
            ("legalBasis", With(("scheme", "UKPGA"), ("id", "2023/54"), ("description", "Procurement Act 2023"))),
            ("tenderPeriod", early.Notice.Expected is { } day ? With(("startDate", Time(Midnight(day)))) : null)));

    /// <summary>Who buys, with its number and where it is reached, as the tender froze them.</summary>
    private JsonObject BuyerParty(Tender tender)
    {
        var party = Party(Buyer, BuyerOf(tender), "buyer", "procuringEntity");
        if (tender.Listing.Buyer is not { } buyer) return party;
        if (buyer.Ppon.Length > 0) party["identifier"] = With(("scheme", "GB-PPON"), ("id", buyer.Ppon), ("legalName", buyer.Name));
        if (buyer.Page.Length > 0) party["contactPoint"] = With(("name", buyer.Name), ("url", buyer.Page));
        return party;
    }

    private static JsonObject Invitation(Engagement one, int index, DateTimeOffset now) => With(
        ("id", $"engagement-{index + 1}"), ("title", "Market engagement"), ("type", "engagement"), ("description", one.Invitation), ("dueDate", Time(one.Until)),
        ("status", one.IsOpen(now) ? "scheduled" : "met"));
}
