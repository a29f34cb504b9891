using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoDesign.App.Shell;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Exports;

/// <summary>
/// Releases of a contracting process in the Open Contracting Data Standard 1.1, with its extensions for lots, award criteria and the
/// legal basis. Each says everything that was public at its moment, so the last is also the record.
/// </summary>
/// <param name="settings">Who publishes.</param>
/// <param name="site">Where this site is.</param>
public sealed partial class OcdsRelease(OcdsSettings settings, Uri site)
{
    private const string Buyer = "buyer";

    /// <summary>The process's identifier.</summary>
    public static string OcidOf(OcdsSettings settings, string reference) => $"{settings.Prefix}-{reference}";

    /// <summary>All releases of a process, oldest first.</summary>
    public ImmutableArray<JsonObject> All(OcdsProcess process) => [.. process.Steps.Select((step, i) => Of(process, i, [.. step.Tag]))];

    /// <summary>The process as it is now.</summary>
    public JsonObject Compiled(OcdsProcess process) => Of(process, process.Steps.Length - 1, ["compiled"]);

    private JsonObject Of(OcdsProcess process, int at, string[] tag)
    {
        var step = process.Steps[at];
        var ocid = OcidOf(settings, step.Tender.Reference!);
        (JsonObject Planning, JsonObject Tender)? planned = step.Tender is { Publication: null, Early: { } early } ? BeforeTender(step, early) : null;
        return With(
            ("ocid", ocid), ("id", IdOf(ocid, at)), ("date", Time(step.At)), ("tag", List(tag)), ("initiationType", "tender"), ("language", "en"),
            ("parties", List([BuyerParty(step.Tender), .. WinnersOf(step).SelectMany(SuppliersOf).Select(one => Party(one.Id, one.Name, "supplier", "tenderer"))])),
            ("buyer", Name(Buyer, BuyerOf(step.Tender))),
            ("planning", planned?.Planning ?? Planning(step.Tender)),
            ("tender", planned?.Tender ?? Tender(process, at, ocid)),
            ("bids", step.Settled is { } settled ? With(("statistics", List([.. step.Tender.Lots.Select(lot => BidsFor(step.Tender, settled, lot))]))) : null),
            ("awards", Some(AwardsOf(step).Select(award => Award(ocid, step, award)))),
            ("contracts", Some(AwardsOf(step).Select(award => Contract(ocid, step, award)))));
    }

    private JsonObject Planning(Tender tender) => With(
        ("rationale", "The specification was written together with the people that the service is for. What they said, and what became of it, is among the documents."),
        ("budget", With(("amount", Money(tender.Value)))),
        ("documents", List([Document("you-said-we-did", "needsAssessment", "You said, we did", $"/opportunities/{tender.Publication!.Reference}/you-said-we-did", "text/html", tender.Publication.At)])));

    private JsonObject Tender(OcdsProcess process, int at, string ocid)
    {
        var (step, tender) = (process.Steps[at], process.Steps[at].Tender);
        var published = tender.Publication!;
        return With(
            ("id", published.Reference), ("title", tender.Title), ("description", tender.Summary), ("status", Status(step)),
            ("procuringEntity", Name(Buyer, BuyerOf(tender))), ("value", Money(tender.Value)),
            ("procurementMethod", "open"), ("procurementMethodDetails", "Open procedure, in one stage"),
            ("mainProcurementCategory", tender.Kind == ContractKind.Works ? "works" : "services"),
            ("legalBasis", With(("scheme", "UKPGA"), ("id", "2023/54"), ("description", "Procurement Act 2023"))),
            ("awardCriteria", "ratedCriteria"), ("awardCriteriaDetails", tender.PriceRule.InWords()),
            ("submissionMethod", List(["electronicSubmission"])), ("submissionMethodDetails", $"On {new Uri(site, $"/opportunities/{published.Reference}")}"),
            ("tenderPeriod", With(("startDate", Time(tender.Versions[0].At)), ("endDate", Time(published.Deadline)))),
            ("enquiryPeriod", Period(tender.Versions[0].At, tender.Timetable(), MilestoneKind.LastQuestions)),
            ("awardPeriod", Period(published.Deadline, tender.Timetable(), MilestoneKind.Decision)),
            ("hasEnquiries", tender.Enquiries.Exists(enquiry => enquiry.AnsweredAt <= step.At) ? true : null),
            ("contractPeriod", Term(tender)),
            ("documents", List([.. Documents(published)])),
            ("milestones", List([.. Milestones(step)])),
            ("amendments", tender.Versions.Count > 1 ? List([.. Amendments(process, at, ocid)]) : null),
            ("lotDetails", LotDetails(tender)), ("lots", List([.. tender.Lots.Select(lot => Lot(step, lot))])));
    }

    private IEnumerable<JsonObject> Documents(Publication published)
    {
        var pack = $"/opportunities/{published.Reference}/pack";
        yield return Document("notice", "tenderNotice", "Notice", $"/opportunities/{published.Reference}", "text/html", published.At);
        yield return Document("pack-html", "biddingDocuments", "The whole pack, as a web page", $"{pack}.html?version={published.Number}", "text/html", published.At);
        yield return Document("pack-docx", "biddingDocuments", "The whole pack, for word processors", $"{pack}.docx?version={published.Number}",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", published.At);
    }

    private static IEnumerable<JsonObject> Milestones(OcdsStep step)
    {
        var timetable = step.Tender.Timetable();
        foreach (var milestone in (step.Settled is { } settled ? timetable?.With(settled.Reached) : timetable)?.Milestones ?? [])
        {
            var due = milestone.At ?? Due(milestone);
            yield return Milestone(JsonNamingPolicy.KebabCaseLower.ConvertName(milestone.Kind.ToString()), Timetable.NameOf(milestone.Kind), TypeOf(milestone.Kind), due,
                milestone.ReachedAt, milestone.ReachedAt is not null || due < step.At && PassesByItself(milestone.Kind));
        }
    }

    /// <summary>What begins does so with the day; what is to be done by a day may take all of it.</summary>
    private static DateTimeOffset Due(Milestone milestone) => milestone.Kind is MilestoneKind.Publication or MilestoneKind.SetUp or MilestoneKind.Start
        ? Midnight(milestone.Day) : Midnight(milestone.Day.AddDays(1)).AddSeconds(-1);

    /// <summary>Of what sort, from the standard's list of milestone types.</summary>
    private static string TypeOf(MilestoneKind kind) => kind switch
    {
        MilestoneKind.Publication => "preProcurement",
        MilestoneKind.LastQuestions or MilestoneKind.Answers => "engagement",
        MilestoneKind.Decision or MilestoneKind.StandstillEnds or MilestoneKind.Signed => "approval",
        MilestoneKind.SetUp or MilestoneKind.Start => "delivery",
        _ => "assessment",
    };

    /// <summary>Whether the clock alone makes it happen; of the rest only the plan is known here.</summary>
    private static bool PassesByItself(MilestoneKind kind) => kind is MilestoneKind.Publication or MilestoneKind.LastQuestions or MilestoneKind.Deadline or MilestoneKind.Start;

    private static JsonObject? Period(DateTimeOffset? from, Timetable? timetable, MilestoneKind to) =>
        from is { } begins && timetable?[to] is { } end ? With(("startDate", Time(begins)), ("endDate", Time(Due(end)))) : null;

    private IEnumerable<JsonObject> Amendments(OcdsProcess process, int at, string ocid) =>
        process.Steps.Select((step, i) => (step, i)).Take(at + 1).Where(one => one.i > 0 && one.step.Tag.Contains("tenderAmendment")).Select(one => With(
            ("id", $"{one.step.Tender.Publication!.Number}"), ("date", Time(one.step.At)), ("rationale", one.step.Tender.Publication.Reason),
            ("amendsReleaseID", IdOf(ocid, one.i - 1)), ("releaseID", IdOf(ocid, one.i)),
            ("description", $"What changed, word by word: {new Uri(site, $"/opportunities/{one.step.Tender.Publication.Reference}/versions/{one.step.Tender.Publication.Number}")}")));

    /// <summary>A criterion without others below it, with its share of the whole.</summary>
    private static JsonObject Criterion(Tender tender, Criterion criterion) => With(
        ("type", criterion.Kind == CriterionKind.Price ? "price" : "quality"),
        ("name", criterion.Title),
        // The standard has no field for how a criterion is asked; all bids go through every round, so none of them is a second stage.
        ("description", criterion.Question.Length > 0 ? $"{criterion.Question} {criterion.Round.ForBidders()}".TrimEnd() : null),
        ("numbers", List(
        [
            With(("number", Share(tender, criterion)), ("weight", "percentageExact")),
            .. criterion.PassMark is { } mark ? [With(("number", mark), ("threshold", "minimumScore"))] : Array.Empty<JsonObject>(),
        ])));

    private static decimal Share(Tender tender, Criterion criterion)
    {
        var share = Result.ShareOf(tender.Criteria, criterion);
        return (decimal)share.Above / (decimal)share.Below;
    }

    private string BuyerOf(Tender tender) => tender.Listing.Authority.Length > 0 ? tender.Listing.Authority : settings.Buyer;

    private static string Status(OcdsStep step) => step.Tender.Withdrawal is not null ? "withdrawn"
        : step.Settled is not { } settled ? "active"
        : settled.Awards.IsEmpty ? "unsuccessful" : "complete";

    private static string IdOf(string ocid, int at) => string.Create(CultureInfo.InvariantCulture, $"{ocid}-{at + 1:000}");

    private JsonObject Document(string id, string type, string title, string path, string format, DateTimeOffset at) => With(
        ("id", id), ("documentType", type), ("title", title), ("url", new Uri(site, path).ToString()), ("datePublished", Time(at)), ("format", format), ("language", "en"));

    private static JsonObject Milestone(string id, string title, string type, DateTimeOffset due, DateTimeOffset? met, bool isMet) => With(
        ("id", id), ("title", title), ("type", type), ("dueDate", Time(due)), ("dateMet", met is { } at ? Time(at) : null), ("status", isMet ? "met" : "scheduled"));

    private static JsonObject Party(string id, string name, params string[] roles) => With(("id", id), ("name", name), ("roles", List(roles)));

    private static JsonObject Name(string id, string name) => With(("id", id), ("name", name));

    private static JsonObject? Money(decimal pounds) => pounds > 0 ? With(("amount", pounds), ("currency", "GBP")) : null;

    private static JsonObject? Term(Tender tender)
    {
        if (tender.Start is not { } start) return null;
        return Period(start, start.AddMonths(tender.Months));
    }

    private static JsonObject Period(DateOnly start, DateOnly end) =>
        With(("startDate", Time(Midnight(start))), ("endDate", Time(Midnight(end))), ("durationInDays", end.DayNumber - start.DayNumber));

    private static DateTimeOffset Midnight(DateOnly day) => UkTime.At(day.ToDateTime(TimeOnly.MinValue));

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonArray List(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];

    private static JsonArray List(IEnumerable<JsonObject> things) => [.. things];

    private static JsonArray? Some(IEnumerable<JsonObject> things) => List(things) is { Count: > 0 } some ? some : null;

    /// <summary>What is not known is left out.</summary>
    private static JsonObject With(params (string Name, JsonNode? Value)[] fields) =>
        new(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
