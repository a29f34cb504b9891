using System.Security.Cryptography;

namespace CoDesign.App.Shell;

/// <summary>The word that this response's own scripts and styles carry, so that the browser runs no others.</summary>
public static class Nonce
{
    private static readonly object _key = new();

    /// <summary>The request's nonce; the same each time it is asked for.</summary>
    public static string Of(HttpContext http)
    {
        if (http.Items[_key] is string made) return made;
        var fresh = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        http.Items[_key] = fresh;
        return fresh;
    }
}
