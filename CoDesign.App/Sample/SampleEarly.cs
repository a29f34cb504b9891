using CoDesign.App.Shell;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>An early notice, with an invitation to one of the story's activities, by its place in the list. Days are counted from when the sample was begun.</summary>
public sealed record SampleEarlyNotice(decimal Least, decimal Most, string Area, int ExpectedInDays, string HowToTakePart, int Activity, string Invitation, int UntilInDays);

/// <summary>Tells what is public before a tender is.</summary>
public sealed class SampleEarly(SampleActs acts, SampleEarlyNotice early, string summary, StreamId project, TenderId tender)
{
    /// <summary>Tells it.</summary>
    public async Task TellAsync()
    {
        var at = acts.Ago(0.5);
        await DoAsync("notice", new PublishEarlyNotice(summary, ContractKind.LightTouch, early.Least, early.Most, early.Area,
            UkTime.DayOf(acts.Ago(-early.ExpectedInDays)), early.HowToTakePart, SuitsSmall: true));
        var activity = acts.Read(reading => reading.Find<Project>(project))!.Plan.Activities[early.Activity].Id;
        await DoAsync("invitation", new InviteToEngagement(activity, early.Invitation, acts.Ago(-early.UntilInDays)));

        Task<Guid> DoAsync(string key, ITenderCommand command) => acts.DoAsync($"early-{key}", "commissioner", at, command, tender.Stream);
    }
}
