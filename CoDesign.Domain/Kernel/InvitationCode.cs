using System.Security.Cryptography;
using System.Text;

namespace CoDesign.Domain.Kernel;

/// <summary>
/// The secret of a link that lets one person in, once. Whoever invites makes it: 32 hexadecimal digits that nobody can guess.
/// Histories keep only its hash, so that nobody can come in by what the store holds.
/// </summary>
public static class InvitationCode
{
    /// <summary>For how long a link lets somebody in.</summary>
    public static TimeSpan Holds { get; } = TimeSpan.FromDays(14);

    private static readonly Refusal Unfit = new("code.unfit", "The code of a link is 32 hexadecimal digits, made at random.", "code");

    /// <summary>Why a code isn't fit for a link; null where it is.</summary>
    public static Refusal? Hash(string? code, out string hash)
    {
        hash = "";
        if (code is not { Length: 32 } || !code.All(char.IsAsciiHexDigit)) return Unfit;
        hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code.ToLowerInvariant())));
        return null;
    }

    /// <summary>Whether a code is the one of which this hash was kept.</summary>
    public static bool Fits(string? code, string hash) => hash.Length > 0 && Hash(code, out var typed) is null
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(typed), Encoding.ASCII.GetBytes(hash));
}
