using System.Net.Mail;
using System.Security.Cryptography;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Following;

/// <summary>Reads an address that somebody typed, and makes the names of those who follow something.</summary>
internal static class EmailAddress
{
    private const int Longest = 254;
    private static readonly Refusal _none = new("email.empty", "Give an email address, for example name@example.org.", "email");

    /// <summary>The address as it is kept, in small letters; refused where it is none.</summary>
    public static Refusal? Read(string? typed, out string kept)
    {
        var address = typed?.Trim() ?? "";
        kept = address.ToLowerInvariant();
        return address.Length > Longest || !MailAddress.TryCreate(address, out var read) || read.Address != address || address.Any(char.IsControl) ? _none : null;
    }

    /// <summary>32 hexadecimal digits that nobody can guess.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
