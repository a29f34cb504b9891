using System.Collections.Immutable;
using CoDesign.App.Shell;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;

namespace CoDesign.App.Sample;

/// <summary>A tender that takes bids, and what those who may bid have done so far. Days are counted from when the sample was begun.</summary>
public sealed record SampleOpening(int PublishedDaysAgo, int ClosesInDays, int BeginsInDays, ImmutableArray<SampleEnquiry> Enquiries, SampleBegunBid Begun, ImmutableArray<SampleVisit> Visits);

/// <summary>What somebody asked about a tender; without an answer it is open.</summary>
public sealed record SampleEnquiry(string By, double DaysAgo, string Question, string? Shown, string? Answer, double AnsweredDaysAgo);

/// <summary>A bid that somebody has begun: the answers to the first questions, and no price yet.</summary>
public sealed record SampleBegunBid(string By, string Organisation, ImmutableArray<string> Answers, SampleEvidence? Evidence);

/// <summary>A file that shows that an answer is true; <paramref name="Question"/> is the question's place.</summary>
public sealed record SampleEvidence(int Question, string Name, string Text);

/// <summary>A time at which people can come, half past ten on a working day, and somebody who does.</summary>
public sealed record SampleVisit(int InDays, int Minutes, string Place, int People, string Access, string? By, int Coming, string? Needs);

/// <summary>Tells what happens to a tender while it takes bids.</summary>
public sealed class SampleOpenTender(SampleActs acts, SampleOpening opening, TenderId tender, List<CriterionId> questions, SampleLots lots)
{
    private const int BegunDaysAgo = 2;

    /// <summary>The last moment for bids: noon of a working day.</summary>
    public static DateTimeOffset DeadlineOf(SampleActs acts, SampleOpening opening) =>
        UkTime.At(WorkingDays.Last(UkTime.DayOf(acts.Ago(-opening.ClosesInDays)), 1).ToDateTime(new TimeOnly(12, 0)));

    /// <summary>Tells it.</summary>
    public async Task TellAsync()
    {
        foreach (var (asked, index) in opening.Enquiries.Select((asked, index) => (asked, index))) await EnquireAsync(asked, $"enquiry-{index}");
        foreach (var (visit, index) in opening.Visits.Select((visit, index) => (visit, index))) await VisitAsync(visit, $"visit-{index}", acts.Ago(BegunDaysAgo + 1 - 0.1 * index));
        var (begun, at) = (opening.Begun, acts.Ago(BegunDaysAgo));
        var bid = new BidId(await acts.DoAsync("bid", begun.By, at, new StartBid(tender, begun.Organisation), null));
        foreach (var (answer, place) in begun.Answers.Select((answer, place) => (answer, place)))
            await acts.DoAsync($"bid-answer-{place}", begun.By, at, new ReplaceText(0, "", answer), bid.Answer(questions[place]));
        await lots.ChooseAsync(begun.By, bid, at);
        var together = new SampleTogether(acts);
        await together.ConfirmAsync("bid", begun.By, bid, at);
        await together.SeekAsync(tender, bid);
        if (begun.Evidence is { } file) await acts.PutAsync("bid-evidence", begun.By, bid, questions[file.Question], file);
    }

    private async Task VisitAsync(SampleVisit visit, string key, DateTimeOffset at)
    {
        var starts = UkTime.At(WorkingDays.Last(UkTime.DayOf(acts.Ago(-visit.InDays)), 1).ToDateTime(new TimeOnly(10, 30)));
        var book = SiteVisitsId.Of(tender).Stream;
        var slot = new VisitSlotId(await acts.DoAsync(key, "commissioner", at, new OfferVisit(tender, starts, visit.Minutes, visit.Place, visit.People, visit.Access), book));
        if (visit.By is { } by) await acts.DoAsync($"{key}-booked", by, at, new BookVisit(slot, visit.Coming, visit.Needs), book);
    }

    private async Task EnquireAsync(SampleEnquiry asked, string key)
    {
        var made = new EnquiryId(await acts.DoAsync(key, asked.By, acts.Ago(asked.DaysAgo), new AskAboutTender(asked.Question), tender.Stream));
        if (asked.Answer is { } answer)
            await acts.DoAsync($"{key}-answer", "commissioner", acts.Ago(asked.AnsweredDaysAgo), new AnswerEnquiry(made, asked.Shown, answer), tender.Stream);
    }
}
