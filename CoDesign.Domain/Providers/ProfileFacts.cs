using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace CoDesign.Domain.Providers;

/// <summary>What a profile said when a bid took it over: all that bids are asked for, and no address of anybody.</summary>
/// <param name="Provider">The organisation.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Kind">What kind it was.</param>
/// <param name="Size">How many people worked for it.</param>
/// <param name="CompanyNumber">Empty for none.</param>
/// <param name="CharityNumber">Empty for none.</param>
/// <param name="Certified">What it said about the reasons for which it could be left out; null where nothing.</param>
/// <param name="Insurances">By kind.</param>
/// <param name="Accounts">Null where not said.</param>
/// <param name="Policies">By kind.</param>
/// <param name="Accreditations">As they were kept.</param>
public sealed record ProfileFacts(
    ProviderId Provider, string Name, ProviderKind Kind, ProviderSize Size, string CompanyNumber, string CharityNumber,
    Certified? Certified, ImmutableArray<Insurance> Insurances, Accounts? Accounts, ImmutableArray<Policy> Policies, ImmutableArray<Accreditation> Accreditations)
{
    /// <summary>What a profile says now.</summary>
    public static ProfileFacts Of(Provider provider) => new(
        provider.Id, provider.Name, provider.Kind, provider.Size, provider.CompanyNumber, provider.CharityNumber,
        provider.Certified, [.. provider.Insurances], provider.Accounts, [.. provider.Policies], [.. provider.Accreditations]);

    /// <summary>The numbers under which it is registered, in words; empty for none.</summary>
    [JsonIgnore]
    public string Numbers => string.Join(", ", new[] { CompanyNumber.Length > 0 ? $"company number {CompanyNumber}" : "", CharityNumber.Length > 0 ? $"charity number {CharityNumber}" : "" }.Where(number => number.Length > 0));

    /// <summary>SHA-256 over all of it, 64 hexadecimal digits: two that say the same have the same, and no others.</summary>
    [JsonIgnore]
    public string Hash => Compute();

    /// <inheritdoc />
    public bool Equals(ProfileFacts? other) => other is not null && Hash == other.Hash;

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Hash);

    private string Compute()
    {
        var text = new StringBuilder();
        foreach (var part in Parts()) text.Append(CultureInfo.InvariantCulture, $"{part.Length}\n{part}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private IEnumerable<string> Parts() =>
    [
        $"provider {Provider}", Name, $"{Kind} {Size}", CompanyNumber, CharityNumber,
        .. Certified is null ? [] : Certified.Answers.SelectMany(answer => new[] { $"statement {answer.Statement} {answer.Holds}", answer.Words })
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"certified {Certified.Rules:yyyy-MM-dd} {Certified.By} {Certified.At.UtcTicks}")),
        .. Insurances.Select(one => string.Create(CultureInfo.InvariantCulture, $"insurance {one.Kind} {one.Cover:0.00} {one.Ends:yyyy-MM-dd}")),
        .. Accounts is null ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"accounts {Accounts.Years}"), Accounts.Instead },
        .. Policies.SelectMany(one => new[] { string.Create(CultureInfo.InvariantCulture, $"policy {one.Kind} {one.ReviewedOn:yyyy-MM-dd}"), one.Name, one.Link }),
        .. Accreditations.SelectMany(one => new[] { string.Create(CultureInfo.InvariantCulture, $"accreditation {one.Until:yyyy-MM-dd}"), one.Name, one.Link }),
    ];
}
