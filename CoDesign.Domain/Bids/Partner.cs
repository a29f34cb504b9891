using System.Collections.Immutable;
using System.Globalization;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;

namespace CoDesign.Domain.Bids;

/// <summary>An organisation that bids together with the lead.</summary>
public readonly record struct PartnerId(Guid Value) : IId<PartnerId>
{
    /// <inheritdoc />
    public static PartnerId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>What the people of a partner may do with the bid's answers. The price and the submission are the lead's.</summary>
public enum PartnerAccess
{
    /// <summary>They see who bids together, with which shares, and their own part.</summary>
    OwnPart,

    /// <summary>They read the answers too.</summary>
    Reads,

    /// <summary>They write the answers together with the lead's team.</summary>
    Writes,
}

/// <summary>Where a partner stands.</summary>
public enum PartnerStatus
{
    /// <summary>Asked, or asked again because what it does or its share was changed.</summary>
    Invited,

    /// <summary>It agreed to what it does and to its share.</summary>
    Agreed,

    /// <summary>It left; the lead has to say how the bid goes on.</summary>
    Left,
}

/// <summary>A partner of a bid.</summary>
/// <param name="Id">The partner.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Provider">Its profile on this site; null where it was asked by a link alone.</param>
/// <param name="Does">What it does in the contract.</param>
/// <param name="Share">Its share in percent, two decimal places at most; 0 before the lead said.</param>
/// <param name="Access">What its people may do with the answers.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="People">Its people who came in.</param>
public sealed record Partner(
    PartnerId Id, string Name, ProviderId? Provider, string Does, decimal Share, PartnerAccess Access, PartnerStatus Status, ImmutableArray<ParticipantId> People)
{
    /// <inheritdoc />
    public bool Equals(Partner? other) => other is not null
        && (Id, Name, Provider, Does, Share, Access, Status) == (other.Id, other.Name, other.Provider, other.Does, other.Share, other.Access, other.Status)
        && People.AsSpan().SequenceEqual(other.People.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Name, Does, Share, Access, Status);
}

/// <summary>A link that brings one person of a partner in. Its identifier is the secret: nobody can guess it.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Partner">The partner.</param>
/// <param name="Until">The last instant at which it opens anything, UTC.</param>
public sealed record PartnerLink(InvitationId Id, PartnerId Partner, DateTimeOffset Until);

/// <summary>What one organisation does in a bid that was handed in, and its share; the lead first.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Does">What it does.</param>
/// <param name="Share">In percent; all total exactly 100.</param>
/// <param name="Provider">Its profile; null where it has none here.</param>
public sealed record ConsortiumShare(string Name, string Does, decimal Share, ProviderId? Provider);

/// <summary>What one organisation does in a bid, as those learn of it who learn who won; the lead first. Shares are between those who bid and the authority.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Does">What it does; may be empty for the lead.</param>
public sealed record PartInBid(string Name, string Does)
{
    /// <summary>Of everybody who bids together; none of who bids alone.</summary>
    public static ImmutableArray<PartInBid> Of(ImmutableArray<ConsortiumShare> consortium) => [.. consortium.Select(one => new PartInBid(one.Name, one.Does))];
}

/// <summary>The rule of shares in a consortium.</summary>
public static class Shares
{
    /// <summary>The whole, in percent.</summary>
    public const decimal Whole = 100;

    /// <summary>The most partners beside the lead.</summary>
    public const int MostPartners = 20;

    /// <summary>Whether a share can be declared: more than 0, less than the whole, at most two decimal places.</summary>
    public static bool IsShare(decimal share) => share is > 0 and < Whole && decimal.Round(share, 2) == share;

    /// <summary>Whether shares make the whole exactly.</summary>
    public static bool AreWhole(IEnumerable<decimal> shares) => shares.Sum() == Whole;

    /// <summary>Parts of equal size that make the whole exactly: what doesn't divide goes to the first.</summary>
    /// <param name="count">From 1.</param>
    public static ImmutableArray<decimal> Equal(int count)
    {
        var each = decimal.Floor(Whole * 100 / count) / 100;
        return [Whole - each * (count - 1), .. Enumerable.Repeat(each, count - 1)];
    }

    /// <summary>The text by which a share goes into the hash of a bid.</summary>
    internal static string Part(ConsortiumShare one) => string.Create(CultureInfo.InvariantCulture, $"share {one.Share:0.00} {one.Provider?.ToString() ?? "-"}");
}
