using CoDesign.App.Shell;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells what the tenders of the sample ask besides answers and price, and when what happens.</summary>
public sealed class SampleAsking(SampleActs acts, TenderId tender, DateTimeOffset at)
{
    private const int ThreeWeeks = 21;

    /// <summary>One that is published: what is much to ask carries its reason.</summary>
    public async Task PublishedAsync()
    {
        await DoAsync("describe", new DescribeAsks(5_000_000, false, 2, false, null, null, 5, 2, [], false, false, StaffTransfer: true));
        await DoAsync("keep-insurance", new KeepAsk(AskKind.Insurance,
            "Companions go out alone with people who can come to harm. Our insurer asks for this cover, and we pay what it costs you on top of your price."));
    }

    /// <summary>A draft: planned forwards, with something that is out of proportion and still to settle.</summary>
    public async Task DraftAsync()
    {
        await DoAsync("plan", new PlanForwards(WorkingDays.OnOrAfter(UkTime.DayOf(at.AddDays(ThreeWeeks)))));
        await DoAsync("describe", new DescribeAsks(1_000_000, false, 3, false, null, null, null, 1, [], false, false, StaffTransfer: false));
    }

    private Task<Guid> DoAsync(string key, ITenderCommand command) => acts.DoAsync($"asking-{key}", "commissioner", at, command, tender.Stream);
}
