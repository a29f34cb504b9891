using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Providers;

/// <summary>Works out what bids usually need of a profile. A hint: none of it is a rule of this site, and each tender says what it asks for.</summary>
public static class ProfileNeeds
{
    /// <summary>What bids usually need, and whether it is there.</summary>
    public static ImmutableArray<ProfileNeed> Of(Provider provider, DateTimeOffset now)
    {
        var today = UkDay.Of(now);
        return
        [
            new("about", "Who you are and where you work", provider.Area.Length > 0 && provider.About.Length > 0, provider.About.Length == 0 ? "Say in a few sentences what you do." : provider.Area.Length == 0 ? "Say where you work." : ""),
            new("numbers", "Registered numbers", provider.CompanyNumber.Length + provider.CharityNumber.Length > 0, provider.CompanyNumber.Length + provider.CharityNumber.Length > 0 ? "" : "Leave this if you are not registered."),
            new("contact", "How to reach you", provider.Contact is not null, provider.Contact is null ? "An address that belongs to the organisation is best." : ""),
            new("certification", "Self-certification", provider.Certified?.IsOld(now) is false, provider.Certified switch { null => "Eleven sentences, about five minutes.", { } said when said.IsOld(now) => "It is time to say it again.", _ => "" }),
            new("insurance", "Insurance", provider.Insurances.Exists(one => one.Kind == InsuranceKind.PublicLiability && !one.HasEnded(today)) && !provider.Insurances.Exists(one => one.HasEnded(today) || one.EndsSoon(today)), OfInsurance(provider, today)),
            new("accounts", "Accounts", provider.Accounts is { } accounts && (accounts.Years > 0 || accounts.Instead.Length > 0), provider.Accounts is null or { Years: 0, Instead: "" } ? "New and small organisations can show something else." : ""),
            new("policies", "Policies", provider.Policies.Exists(one => one.Kind == PolicyKind.Safeguarding) && provider.Policies.Exists(one => one.Kind == PolicyKind.Equality) && provider.Policies.Exists(one => one.Kind == PolicyKind.DataProtection), OfPolicies(provider, today)),
        ];
    }

    private static string OfInsurance(Provider provider, DateOnly today)
    {
        if (provider.Insurances.Find(one => one.HasEnded(today)) is not null) return "One of your insurances has ended.";
        if (provider.Insurances.Find(one => one.EndsSoon(today)) is not null) return "One of your insurances ends soon.";
        return provider.Insurances.Exists(one => one.Kind == InsuranceKind.PublicLiability) ? "" : "Most tenders ask for public liability.";
    }

    private static string OfPolicies(Provider provider, DateOnly today)
    {
        var missing = new[] { (PolicyKind.Safeguarding, "safeguarding"), (PolicyKind.Equality, "equality"), (PolicyKind.DataProtection, "data protection") }
            .Where(one => !provider.Policies.Exists(policy => policy.Kind == one.Item1)).Select(one => one.Item2).ToArray();
        if (missing.Length > 0) return $"Most tenders ask for {string.Join(", ", missing)}.";
        return provider.Policies.Exists(policy => policy.IsOld(today)) ? "One was looked at more than two years ago." : "";
    }
}
