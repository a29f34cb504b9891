using System.Security.Cryptography;
using System.Text;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Identity;

/// <summary>
/// Codes with which people without an account come back on another device. A code is said once, when it is made; only its
/// keyed hash is kept, with the key outside the database. A new one ends the one before.
/// </summary>
public sealed class ResumeCodes(IdentityDb db, DataFolder folder, WrongCodes wrong, TimeProvider time)
{
    /// <summary>How many letters and digits a code has. With so many of 24 each, and wrong ones limited, nobody guesses one.</summary>
    public const int Length = 10;

    // Without vowels, so that no words come of it, and without what looks alike on paper: it is read as its twin.
    private const string Letters = "23456789CDFHJKMNPQRTVWXY";
    private const string Twins = "Z2S5B8G6";

    private static Refusal Unknown { get; } = new("resume.code-unknown", "That code doesn't bring anybody back. Check its ten letters and digits. You can make a new one on the device where you joined.", "resume");

    /// <summary>When somebody's code was made; null where they have none.</summary>
    public async Task<DateTimeOffset?> MadeAsync(ParticipantId person)
    {
        var participant = person.Text();
        return await db.ResumeCodes.AsNoTracking().FirstOrDefaultAsync(c => c.Participant == participant) is { MadeAt: var ticks } ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    /// <summary>Makes somebody's code, and says it, in two halves.</summary>
    /// <param name="person">Who comes back with it.</param>
    /// <param name="source">What brought them here, so that it comes back too.</param>
    public async Task<string> MakeAsync(ParticipantId person, string? source)
    {
        var made = RandomNumberGenerator.GetString(Letters, Length);
        var (participant, hash, at) = (person.Text(), Hash(made), time.GetUtcNow().UtcTicks);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "ResumeCodes" ("Participant", "Hash", "Source", "MadeAt") VALUES ({participant}, {hash}, {source}, {at})
            ON CONFLICT ("Participant") DO UPDATE SET "Hash" = excluded."Hash", "Source" = excluded."Source", "MadeAt" = excluded."MadeAt"
            """);
        return $"{made[..5]}-{made[5..]}";
    }

    /// <summary>Ends somebody's code.</summary>
    public Task EndAsync(ParticipantId person)
    {
        var participant = person.Text();
        return db.ResumeCodes.Where(c => c.Participant == participant).ExecuteDeleteAsync();
    }

    /// <summary>Whoever has the code comes back on this device; says why not otherwise, and nothing of which codes there are.</summary>
    public async Task<(ParticipantId? Person, Refusal? Refusal)> ResumeAsync(HttpContext http, string? typed)
    {
        var device = Joining.DeviceOf(http);
        if (!wrong.MayTry(device)) return (null, Joining.TooMany with { Field = "resume" });
        var hash = Hash(Tidy(typed));
        var found = await db.ResumeCodes.AsNoTracking().FirstOrDefaultAsync(c => c.Hash == hash);
        if (found is null || !Id.TryParse<ParticipantId>(found.Participant, out var person)) return (null, Unknown);
        wrong.WasRight(device);
        await http.SignOutOfAccountAsync();
        await http.RememberAsync(person, found.Source);
        return (person, null);
    }

    /// <summary>The code without what people write between its letters, and with look-alikes as they were meant.</summary>
    private static string Tidy(string? typed) => string.Concat((typed ?? "").ToUpperInvariant().Select(Meant).Where(Letters.Contains).Take(Length + 1));

    private static char Meant(char letter) => Twins.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place && place % 2 == 0 ? Twins[place + 1] : letter;

    private byte[] Hash(string tidy) => HMACSHA256.HashData(folder.ChainKey, Encoding.UTF8.GetBytes($"resume-code:{tidy}"));
}

/// <summary>A code with which somebody comes back; only its keyed hash.</summary>
public sealed class ResumeCode
{
    /// <summary>Who comes back with it, as 32 hexadecimal digits.</summary>
    public required string Participant { get; init; }

    /// <summary>Its keyed hash.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What brought them here, as forms send it; null where they didn't say.</summary>
    public string? Source { get; init; }

    /// <summary>When it was made, UTC ticks.</summary>
    public required long MadeAt { get; init; }
}
