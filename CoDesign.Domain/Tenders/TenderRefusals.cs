using System.Globalization;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Tenders;

/// <summary>What a tender refuses, in plain words.</summary>
internal static class TenderRefusals
{
    public static Refusal AlreadyThere { get; } = new("tender.exists", "This tender has been made already.");
    public static Refusal OnePerProject { get; } = new("tender.one-per-project", "This project has its tender already.");
    public static Refusal AuthorityUnknown { get; } = new("authority.unknown", "Choose one of the authorities of this site. Whoever looks after it can add one.", "buyer");
    public static Refusal NotCommissioner { get; } = new("tender.not-commissioner", "Only a commissioner of the project can do that. Ask one of them.");
    public static Refusal Published { get; } = new("tender.published", "The tender is published already. Publish what you changed since as its next version.");
    public static Refusal NotPublished { get; } = new("tender.not-published", "The tender isn't published yet.");
    public static Refusal Withdrawn { get; } = new("tender.withdrawn", "The tender was taken back, so nothing of it can be changed any more.");
    public static Refusal DeadlinePassed { get; } = new("tender.deadline-passed", "The deadline for bids has passed, so the tender can't be changed any more.");
    public static Refusal Awarded { get; } = new("tender.awarded", "The contract is awarded, so the tender can't be taken back any more.");
    public static Refusal EnquiryByOfficer { get; } = new("enquiry.officer", "Those who run or oversee the project ask among themselves. Questions here are for those who may bid.");
    public static Refusal EnquiryLate { get; } = new("enquiry.late", "The deadline has passed, so nothing more can be asked.", "question");
    public static Refusal EnquiriesMany { get; } = new("enquiry.many", "20 questions of yours wait for an answer. Take one back, or wait until some are answered.", "question");
    public static Refusal EnquiryAnsweredAlready { get; } = new("enquiry.answered", "It is answered already, and everybody can read it.");
    public static Refusal EnquiriesEarly { get; } = new("enquiries.early", "There is time to answer. A reason can be given from three working days before the deadline.", "reason");
    public static Refusal NothingChanged { get; } = new("amendment.nothing", "Nothing has changed since the last version.");
    public static Refusal DeadlineEarlier { get; } = new("deadline.earlier", "A deadline that was published can't come earlier. Choose the same one or a later one.", "deadline");
    public static Refusal TooLate { get; } = new("amendment.late", "There are less than 7 days left for bidders. Extend the deadline, or say that they need no more time for this.", "deadline");
    public static Refusal ValueRange { get; } = new("value.range", "Give the value in pounds, from 0.01 to 10,000,000,000, with at most two decimal places.", "value");
    public static Refusal KindUnknown { get; } = new("kind.unknown", "Choose what is bought.", "kind");
    public static Refusal MonthsRange { get; } = new("months.range", "A contract lasts from 1 to 240 months.", "months");
    public static Refusal DeadlinePast { get; } = new("deadline.past", "Choose a deadline that lies ahead.", "deadline");
    public static Refusal DeadlineMissing { get; } = new("deadline.empty", "Set the deadline for bids first.", "deadline");
    public static Refusal WeightRange { get; } = new("weight.range", "A weight is from 0.01 to 100, with at most two decimal places.", "weight");
    public static Refusal ParentUnknown { get; } = new("parent.unknown", "Choose one of this tender's groups of criteria.", "parent");
    public static Refusal WordLimitRange { get; } = new("word-limit.range", "A word limit is from 10 to 5,000 words.", "wordLimit");
    public static Refusal HoursRange { get; } = new("hours.range", "An answer takes from 0.25 to 500 hours, with at most two decimal places.", "hours");
    public static Refusal BiddersRange { get; } = new("bidders.range", "Say how many are likely to bid, from 1 to 1,000.", "bidders");
    public static Refusal ScaleUnknown { get; } = new("scale.unknown", "Choose one of the scales.", "scale");
    public static Refusal ScaleNamed { get; } = new("scale.named", "A scale that comes with CoDesign has this name. Choose another.", "name");
    public static Refusal ScaleSteps { get; } = new("scale.steps", "A scale has 2 to 21 steps, each with its own points from 0 to 100.", "steps[0].points");
    public static Refusal ScaleBelowMark { get; } = new("scale.pass-mark", "A question has a pass mark that this scale doesn't reach. Change that first.");
    public static Refusal ScaleInUse { get; } = new("scale.in-use", "Questions are scored by this scale. Choose another for them first.");
    public static Refusal TooManyScales { get; } = new("scale.too-many", "A tender has at most 20 scales of its own.");
    public static Refusal OutcomesMissing { get; } = new("outcomes.none", "Choose one outcome at least.", "outcomes");
    public static Refusal SourceUnknown { get; } = new("from.unknown", "One of the outcomes or clauses isn't in the project.", "outcomes");
    public static Refusal TooMany { get; } = new("criteria.too-many", "A tender has at most 100 criteria and 20 panel groups.");
    public static Refusal HoldsOthers { get; } = new("criterion.holds-others", "There are criteria in this group. Remove them first.");
    public static Refusal PriceStays { get; } = new("criterion.price", "Every tender scores the price. Give it another weight instead.");
    public static Refusal BenchmarkRange { get; } = new("benchmark.range", "Give the benchmark in pounds: more than 0 and at most 10,000,000,000, with at most two decimal places.", "benchmark");
    public static Refusal HasQuestions { get; } = new("criteria.has-questions", "There are questions already. Remove them first, or change the weights that you have.");
    public static Refusal CriteriaTooDeep { get; } = new("criteria.too-deep", "A group stands at the top, or in a group at the top.", "parent");
    public static Refusal PriceAtTop { get; } = new("criterion.price-at-top", "The price stands at the top.", "parent");
    public static Refusal NothingLeft { get; } = new("weight.nothing-left", "This leaves nothing for the others, which share the rest. Choose less.", "weight");
    public static Refusal OneAlone { get; } = new("weight.alone", "It is the only one here, so it counts 100.", "weight");
    public static Refusal OtherSiblings { get; } = new("weights.others", "What is weighed here has changed meanwhile. Look again, and set the weights once more.");
    public static Refusal OneSocialValue { get; } = new("criterion.one-social-value", "This tender has its group for social value already.", "isSocialValue");
    public static Refusal DeadlineFar { get; } = new("deadline.far", "Choose a deadline within the next five years.", "deadline");
    public static Refusal GroupUnknown { get; } = new("panel-group.unknown", "The panel has no such group.", "name");
    public static Refusal LotsMany { get; } = new("lots.many", "A tender has at most 50 lots.");
    public static Refusal LotNamed { get; } = new("lot.named", "Another lot is called that. Give this one a name of its own.", "title");
    public static Refusal LotLimit { get; } = new("lots.limit", "A limit is from 1 to 50 lots. Leave it empty where there is none.", "mostBid");
    public static Refusal LotsWon { get; } = new("lots.won", "Nobody can win more lots than they may bid for.", "mostWon");
    public static Refusal TimetablePublished { get; } = new("timetable.published", "The tender is published, so its timetable isn't planned anew. Change single dates instead, and publish the next version.");
    public static Refusal PublicationMissing { get; } = new("publication.empty", "Say on which day the notice is to go out.", "publication");
    public static Refusal PublicationPast { get; } = new("publication.past", "The notice can't go out in the past. Choose today or a later day.", "publication");
    public static Refusal PublicationFar { get; } = new("publication.far", "Choose a day within the next five years.", "publication");
    public static Refusal StartMissing { get; } = new("start.empty", "Say on which day the contract is to begin.", "start");
    public static Refusal StartFar { get; } = new("start.far", "Choose a day within the next five years.", "start");
    public static Refusal MilestoneElsewhere { get; } = new("milestone.deadline", "The deadline has a form of its own, which decides by the minute.");
    public static Refusal InsuranceRange { get; } = new("insurance.range", "Give the cover in pounds, from 0 to 100,000,000.", "insurance");
    public static Refusal AccountsRange { get; } = new("accounts.range", "Ask for 0 to 10 years of accounts.", "yearsOfAccounts");
    public static Refusal TurnoverRange { get; } = new("turnover.range", "Give the turnover in pounds, from 0 to 10,000,000,000.", "turnover");
    public static Refusal ReferencesRange { get; } = new("references.range", "Ask for 0 to 20 references.", "references");
    public static Refusal TooManyCertificates { get; } = new("certificates.many", "Ask for at most 20 certificates.", "certificates");
    public static Refusal AskInProportion { get; } = new("ask.in-proportion", "This is in proportion, so it needs no reason.", "reason");
    public static Refusal QualityRange { get; } = new("quality.range", "The answers count from 1 to 99 percent, and the price the rest.", "quality");
    public static Refusal OnePageQuestions { get; } = new("one-page.questions", "Ask one to five questions, one in each line.", "questions");
    public static Refusal OnePageCriteria { get; } = new("one-page.criteria", "This tender has groups of criteria of its own. Change what is asked under Questions.");
    public static Refusal SummaryMissing { get; } = new("summary.empty", "Say what is wanted, and what it may cost, first.");
    public static Refusal QuestionMissing { get; } = new("questions.none", "Add one question at least.");
    public static Refusal GroupsWrong { get; } = new("panel-groups.total", "The weights of the panel's groups must total exactly 100.");
    public static Refusal SpecificationEmpty { get; } = new("specification.empty", "The specification has no clause with words in it yet.");

    public static Refusal NoOnePage(DatedRule<decimal> limit) => new("one-page.value",
        $"One page is for contracts below £{limit.Value:#,0} ({limit.Source}). Write this one with the whole pack.", "value");

    public static Refusal PercentRange(string field) => new("percent.range", "Give a share in percent, from 0 to 100.", field);

    public static Refusal AskForbidden(AskWarning warning) => new("ask.forbidden", $"No reason helps here. {warning.Rule} ({warning.Source}). {warning.Instead}", "reason");

    public static Refusal StartTooEarly(DateOnly publication, DateOnly earliest) => new("start.too-early",
        $"For that the notice would have had to go out on {Day(publication)}. If it goes out today, the contract can begin on {Day(earliest)}.", "start");

    public static Refusal DeadlineTooEarly(DateOnly earliest, DatedRule<int> rule) => new("deadline.too-early",
        $"Bids must be possible for {rule.Value} days from the day after the notice, so the deadline may lie on {Day(earliest)} at the earliest ({rule.Source}).", "deadline");

    public static Refusal PassMarkRange(int top) => new("pass-mark.range", $"A pass mark is from 1 to {top} on this scale.", "passMark");

    public static Refusal ScaleWrong(string question) =>
        new("scale.wrong", $"The scale of “{question}” has too few steps, or steps with the same points, or doesn't reach its pass mark.");

    public static Refusal QuestionPanelWrong(string question) =>
        new("question-panel.total", $"The groups that score “{question}” must be groups of the panel, and total exactly 100.");

    public static Refusal GroupAlone(string question) =>
        new("panel-group.alone", $"Nobody else scores “{question}”. Say first who does.", "name");

    public static Refusal WeightsWrong(string where, decimal total) =>
        new("weights.total", $"The weights {where} total {total:0.##}; they must total exactly 100.");

    public static Refusal EmptyGroup(string title) =>
        new("criterion.empty-group", $"“{title}” holds no question. Add one, or remove it.");

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
