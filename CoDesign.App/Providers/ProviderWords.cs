using System.Globalization;
using CoDesign.App.Shell;
using CoDesign.Domain.Providers;

namespace CoDesign.App.Providers;

/// <summary>The choices of a profile in plain words.</summary>
public static class ProviderWords
{
    /// <summary>A kind of organisation.</summary>
    public static string Of(ProviderKind kind) => kind switch
    {
        ProviderKind.Vcse => "Charity, community group or social enterprise",
        ProviderKind.SmallOrMedium => "Small or medium business",
        ProviderKind.Large => "Large business",
        _ => "Team of a public body",
    };

    /// <summary>How many people work for it.</summary>
    public static string Of(ProviderSize size) => size switch
    {
        ProviderSize.Volunteers => "Only volunteers",
        ProviderSize.UpTo9 => "1 to 9 people",
        ProviderSize.UpTo49 => "10 to 49 people",
        ProviderSize.UpTo249 => "50 to 249 people",
        _ => "250 people or more",
    };

    /// <summary>What an insurance covers.</summary>
    public static string Of(InsuranceKind kind) => kind switch
    {
        InsuranceKind.EmployersLiability => "Employers’ liability",
        InsuranceKind.PublicLiability => "Public liability",
        InsuranceKind.ProfessionalIndemnity => "Professional indemnity",
        InsuranceKind.Cyber => "Cyber and data loss",
        _ => "Motor",
    };

    /// <summary>What a policy is about.</summary>
    public static string Of(PolicyKind kind) => kind switch
    {
        PolicyKind.Safeguarding => "Safeguarding",
        PolicyKind.Equality => "Equality",
        PolicyKind.DataProtection => "Data protection",
        PolicyKind.HealthAndSafety => "Health and safety",
        PolicyKind.Complaints => "Complaints",
        PolicyKind.Whistleblowing => "Whistleblowing",
        PolicyKind.Environment => "Environment",
        _ => "Modern slavery",
    };

    /// <summary>A member's role.</summary>
    public static string Of(MemberRole role) => role == MemberRole.Owner ? "Owner" : "Member";

    /// <summary>How many years of accounts there are.</summary>
    public static string Of(Accounts accounts) => accounts.Years switch
    {
        0 => "No yearly accounts yet",
        1 => "Accounts for one year",
        _ => $"Accounts for {accounts.Years} years",
    };

    /// <summary>A day, as on every page.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", FormBinder.Culture);

    /// <summary>A share of a whole.</summary>
    public static string Percent(decimal share) => $"{share.ToString("0.##", CultureInfo.InvariantCulture)}%";
}
