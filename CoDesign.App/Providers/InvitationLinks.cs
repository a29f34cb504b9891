using System.Security.Cryptography;

namespace CoDesign.App.Providers;

/// <summary>Makes the secrets of links that let one person in.</summary>
public static class InvitationLinks
{
    /// <summary>A code that nobody can guess.</summary>
    public static string NewCode() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
