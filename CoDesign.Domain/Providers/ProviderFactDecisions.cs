using CoDesign.Domain.Kernel;
using static CoDesign.Domain.Providers.ProviderRefusals;

namespace CoDesign.Domain.Providers;

/// <content>What bids are asked for again and again: insurance, accounts, policies, accreditations.</content>
public sealed partial class ProviderDecider
{
    private const int LongestLink = 500;

    private static Decision Keep(Provider state, IProviderCommand command, Context context)
    {
        var today = UkDay.Of(context.Now);
        return command switch
        {
            KeepInsurance c => Keep(state, c, today),
            DropInsurance c => state.Insurances.Exists(one => one.Kind == c.Kind) ? Decision.Accept(new InsuranceDropped(c.Kind)) : Decision.Accept(),
            DescribeAccounts c => Describe(state, c),
            KeepPolicy c => Keep(state, c, today),
            DropPolicy c => state.Policies.Exists(one => one.Kind == c.Kind) ? Decision.Accept(new PolicyDropped(c.Kind)) : Decision.Accept(),
            KeepAccreditation c => Keep(state, c, today),
            DropAccreditation c => Find(state, c.Name) is { } there ? Decision.Accept(new AccreditationDropped(there.Name)) : Decision.Accept(),
            _ => throw new InvalidOperationException($"A provider knows no command {command.GetType().Name}."),
        };
    }

    private static Decision Keep(Provider state, KeepInsurance c, DateOnly today)
    {
        if (Written.Choice(c.Kind, "kind", "what it covers") is { } unknown) return unknown;
        if (c.Cover is < 1 or > 1_000_000_000m || decimal.Round(c.Cover, 2) != c.Cover) return CoverRange;
        if (c.Ends < today) return EndsPast;
        var insurance = new Insurance(c.Kind, c.Cover, c.Ends);
        return state.Insurances.Contains(insurance) ? Decision.Accept() : Decision.Accept(new InsuranceKept(insurance));
    }

    private static Decision Describe(Provider state, DescribeAccounts c)
    {
        if (c.Years is < 0 or > 3) return YearsRange;
        if (Written.OptionalWords(c.Instead, "instead", "what you can show instead", 1_000, out var instead) is { } bad) return bad;
        var accounts = new Accounts(c.Years, instead);
        return accounts == state.Accounts ? Decision.Accept() : Decision.Accept(new AccountsDescribed(accounts));
    }

    private static Decision Keep(Provider state, KeepPolicy c, DateOnly today)
    {
        if (Written.Choice(c.Kind, "kind", "what it is about") is { } unknown) return unknown;
        if (Written.Words(c.Name, "name", "what the policy is called", 120, out var name) is { } bad) return bad;
        if (c.ReviewedOn > today) return ReviewedFuture;
        if (!IsLink(c.Link, out var link)) return LinkUnfit;
        var policy = new Policy(c.Kind, name, c.ReviewedOn, link);
        return state.Policies.Contains(policy) ? Decision.Accept() : Decision.Accept(new PolicyKept(policy));
    }

    private static Decision Keep(Provider state, KeepAccreditation c, DateOnly today)
    {
        if (Written.Words(c.Name, "name", "what the accreditation is called", 120, out var name) is { } bad) return bad;
        if (c.Until < today) return UntilPast;
        if (!IsLink(c.Link, out var link)) return LinkUnfit;
        var accreditation = new Accreditation(name, c.Until, link);
        if (state.Accreditations.Contains(accreditation)) return Decision.Accept();
        return Find(state, name) is null && state.Accreditations.Count >= Most ? TooMany : Decision.Accept(new AccreditationKept(accreditation));
    }

    private static Accreditation? Find(Provider state, string? name) =>
        state.Accreditations.Find(one => string.Equals(one.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is a web address that a browser can be sent to, or nothing.</summary>
    private static bool IsLink(string? typed, out string link)
    {
        link = (typed ?? "").Trim();
        return link.Length == 0 || link.Length <= LongestLink && !link.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign))
            && Uri.TryCreate(link, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address is { Host.Length: > 0, UserInfo: "" };
    }
}
