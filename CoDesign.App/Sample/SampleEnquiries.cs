using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells what happens between a tender's publication and its deadline: bidders get a week more, and two of them ask.</summary>
public sealed class SampleEnquiries(SampleActs acts, TenderId tender, double deadlineDaysAgo)
{
    /// <summary>Tells it.</summary>
    public async Task TellAsync()
    {
        await OfTender("amend", deadlineDaysAgo + 12,
            new AmendTender("Two small organisations asked for a week more, because they plan to bid together.", acts.Ago(deadlineDaysAgo)));
        await EnquireAsync("enquiry-0", "provider", deadlineDaysAgo + 10,
            "We are eleven people. May we bid for the three districts by the sea, together with somebody who knows the others?",
            "Yes. Bid together with one of you as lead, and say who does what where. You can say on this page that you look for somebody.");
        await EnquireAsync("enquiry-1", "provider-2", deadlineDaysAgo + 9,
            "Do companions who are paid have to be employed by the provider?",
            "No. What counts is that somebody has one companion who stays. Say in your answer how you keep them.");
    }

    /// <summary>Somebody asks, and everybody reads the answer.</summary>
    private async Task EnquireAsync(string key, string by, double daysAgo, string question, string answer)
    {
        var made = await acts.DoAsync(key, by, acts.Ago(daysAgo), new AskAboutTender(question), tender.Stream);
        await OfTender($"{key}-answer", daysAgo - 0.8, new AnswerEnquiry(new EnquiryId(made), question, answer));
    }

    private Task<Guid> OfTender(string key, double daysAgo, ITenderCommand command) =>
        acts.DoAsync($"tender-{key}", "commissioner", acts.Ago(daysAgo), command, tender.Stream);
}
