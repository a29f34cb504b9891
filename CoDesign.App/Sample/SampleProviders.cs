using System.Collections.Immutable;
using System.Text.Json;
using CoDesign.App.Live;
using CoDesign.App.Shell;
using CoDesign.App.Storage;
using CoDesign.Domain.Providers;

namespace CoDesign.App.Sample;

/// <summary>An organisation of the sample; days of insurances and accreditations are still to come, those of policies are past.</summary>
public sealed record SampleProvider(
    string By, string Name, ProviderKind Kind, ProviderSize Size, string Area, string About, string Company, string Charity, string Email, string Phone, bool IsPublic,
    ImmutableArray<SampleInsurance> Insurances, int Years, string Instead, ImmutableArray<SamplePolicy> Policies, ImmutableArray<SampleAccreditation> Accreditations,
    string? Untrue, string Words);

/// <summary>An insurance that ends in some days.</summary>
public sealed record SampleInsurance(InsuranceKind Kind, decimal Cover, int Days);

/// <summary>A policy that was looked at some days ago.</summary>
public sealed record SamplePolicy(PolicyKind Kind, string Name, int Days, string Link);

/// <summary>An accreditation that holds for some days.</summary>
public sealed record SampleAccreditation(string Name, int Days, string Link);

/// <summary>Tells of the organisations that bid in the sample, before they do.</summary>
public sealed class SampleProviders(SampleActs acts)
{
    /// <summary>The story in which they begin.</summary>
    internal const string Story = "providers";

    private const double Begun = 95;
    private static readonly ImmutableArray<SampleProvider> _all = Read();

    /// <summary>Whether somebody's organisation has a profile.</summary>
    public static bool Has(string by) => _all.Any(plan => plan.By == by);

    /// <summary>The organisation that somebody began.</summary>
    public static ProviderId IdOf(SampleActs acts, string by) => new(LiveStreams.NewStream("provider", acts.Cast[by], SampleActs.OperationOf(Story, $"begin-{by}")).Value);

    /// <summary>The organisations as they are written by hand.</summary>
    public static ImmutableArray<SampleProvider> Read()
    {
        using var stream = typeof(SampleProviders).Assembly.GetManifestResourceStream("CoDesign.App.Sample.providers.json")
            ?? throw new InvalidOperationException("The sample's organisations are missing from the app.");
        return JsonSerializer.Deserialize<ImmutableArray<SampleProvider>>(stream, DomainJson.Options);
    }

    /// <summary>Tells it.</summary>
    public async Task TellAsync()
    {
        foreach (var plan in _all) await TellAsync(plan);
    }

    private async Task TellAsync(SampleProvider plan)
    {
        var id = new ProviderId(await acts.DoAsync($"begin-{plan.By}", plan.By, acts.Ago(Begun), new BeginProvider(plan.Name, plan.Kind, plan.Size), null));
        var today = UkTime.DayOf(acts.Ago(0));
        List<IProviderCommand> says =
        [
            new DescribeProvider(plan.Name, plan.Kind, plan.Size, plan.Area, plan.About),
            new GiveNumbers(plan.Company, plan.Charity),
            new SetContact(null, plan.Email, plan.Phone),
            new CertifyProvider([.. SelfCertification.RuleOn(acts.Ago(Begun)).Value.Select(one => new StatementAnswer(one.Key, one.Key != plan.Untrue, one.Key == plan.Untrue ? plan.Words : ""))]),
            new DescribeAccounts(plan.Years, plan.Instead),
            .. plan.Insurances.Select(one => new KeepInsurance(one.Kind, one.Cover, today.AddDays(one.Days))),
            .. plan.Policies.Select(one => new KeepPolicy(one.Kind, one.Name, today.AddDays(-one.Days).AddDays(-(int)Begun), one.Link)),
            .. plan.Accreditations.Select(one => new KeepAccreditation(one.Name, today.AddDays(one.Days), one.Link)),
            new ShowProvider(plan.IsPublic),
        ];
        foreach (var (command, place) in says.Select((command, place) => (command, place)))
            await acts.DoAsync($"{plan.By}-{place}", plan.By, acts.Ago(Begun - 0.1), command, id.Stream);
    }
}
