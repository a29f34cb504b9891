using CoDesign.App.Shell;
using CoDesign.Domain.Subcontracts;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells of a main contractor that offers work to others, of one who asked and was answered, and of one who waits for an answer.</summary>
public sealed class SampleSubcontract(SampleActs acts)
{
    private const string Main = "provider-2";
    private const double PostedDaysAgo = 4;
    private const int ClosesInDays = 20;

    /// <summary>Tells it.</summary>
    public async Task TellAsync()
    {
        var closes = UkTime.At(WorkingDays.OnOrAfter(UkTime.DayOf(acts.Ago(-ClosesInDays))).ToDateTime(new TimeOnly(12, 0)));
        var offer = new SubcontractId(await acts.DoAsync("offer", Main, acts.Ago(PostedDaysAgo), new PostSubcontract("Downland Care", "Early mornings in the villages by the sea",
            "We help people at home to wash, dress and have breakfast. In five villages by the sea nobody of ours lives near enough to be there before eight. "
            + "We look for a small organisation whose people live there: about forty visits a week, from seven until ten, Sundays too.\n\n"
            + "You choose your helpers. We train them beside ours, pay for the way as well as for the visit, and pay every invoice within 30 days.",
            18_000, 30_000, "The villages by the sea", closes), null));
        var asked = new ContactId(await DoAsync("asks", "provider", 3, offer, new ContactPoster("Harbour Lights",
            "Four of our people live in Saltmarsh and would gladly come in the mornings. None of them has helped with washing and dressing before. Does that speak against us?")));
        await DoAsync("answers", Main, 2.4, offer, new AnswerContact(asked,
            "Not at all. They would go along with one of ours for two weeks, paid, and then say themselves whether they are ready."));
        await DoAsync("asks-too", "bright-days", 0.8, offer, new ContactPoster("Bright Days CIC",
            "Our minibus is out from six each day. We could bring your helpers round. Would that be of use?"));
    }

    private Task<Guid> DoAsync(string key, string by, double daysAgo, SubcontractId offer, ISubcontractCommand command) =>
        acts.DoAsync(key, by, acts.Ago(daysAgo), command, offer.Stream);
}
