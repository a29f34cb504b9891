using System.Text.Json;
using CoDesign.App.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace CoDesign.App.Following;

/// <summary>
/// Messages that nobody may read in the database while they wait, not even to whom they go or when they were written, since that
/// alone may tell who bids.
/// </summary>
public sealed class SealedPost(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("CoDesign.Post.v1");

    /// <summary>A message, sealed.</summary>
    public OutgoingRow Close(string email, string subject, string body) => new()
    {
        Email = "",
        Subject = "",
        Body = _seal.Protect(JsonSerializer.Serialize(new Letter(email, subject, body))),
        At = 0,
    };

    /// <summary>A message as it is to be sent, whether it was sealed or not.</summary>
    public Letter Open(OutgoingRow row) => row.Email.Length > 0
        ? new Letter(row.Email, row.Subject, row.Body)
        : JsonSerializer.Deserialize<Letter>(_seal.Unprotect(row.Body)) ?? throw new InvalidDataException("A sealed message holds nothing.");
}

/// <summary>A message as it is sent.</summary>
/// <param name="Email">To whom.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Body">What it says.</param>
public sealed record Letter(string Email, string Subject, string Body);
