using System.Collections.Concurrent;
using System.Globalization;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Identity;

/// <summary>What people are called. Kept outside every history, so that a name can be blanked.</summary>
public sealed class People(IDbContextFactory<CoDesignDb> databases, LiveStreams live)
{
    /// <summary>What somebody without a name is called.</summary>
    public const string Nameless = "Somebody";

    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 60;

    private readonly ConcurrentDictionary<ParticipantId, string> _names = new();

    /// <summary>What somebody is called; never empty.</summary>
    public string NameOf(ParticipantId person) =>
        person == ParticipantId.System ? "CoDesign" : _names.GetOrAdd(person, Read) is { Length: > 0 } name ? name : Nameless;

    /// <summary>Keeps what somebody wants to be called; an empty name blanks it.</summary>
    public async Task IntroduceAsync(ParticipantId person, string? name, CancellationToken cancellation = default)
    {
        var called = Tidy(name);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var id = person.Text();
        if (await db.People.FindAsync([id], cancellation) is { } row) row.Name = called;
        else db.People.Add(new PersonRow { ParticipantId = id, Name = called });
        await db.SaveChangesAsync(cancellation);
        _names[person] = called;
    }

    /// <summary>Erases what somebody is called, when they were where, what they follow, and what they wrote in projects, for good. What they did stays, without words and without a name.</summary>
    public async Task EraseAsync(ParticipantId person)
    {
        await IntroduceAsync(person, "");
        await using (var db = await databases.CreateDbContextAsync())
        {
            var id = person.Text();
            await db.PackLooks.Where(look => look.ParticipantId == id).ExecuteDeleteAsync();
            await db.Visits.Where(visit => visit.ParticipantId == id).ExecuteDeleteAsync();
            await db.Followers.Where(follower => follower.ParticipantId == id).ExecuteDeleteAsync();
        }

        live.Erase(person);
    }

    /// <summary>Forgets an address: nobody writes to it any more.</summary>
    public async Task ForgetAddressAsync(string? email)
    {
        var address = (email ?? "").ToLowerInvariant();
        await using var db = await databases.CreateDbContextAsync();
        await db.Followers.Where(follower => follower.Email == address).ExecuteDeleteAsync();
        await db.Outgoing.Where(message => message.Email == address).ExecuteDeleteAsync();
    }

    /// <summary>One or two letters that stand for a name.</summary>
    public static string InitialsOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var letters = words.Length > 1 ? FirstOf(words[0]) + FirstOf(words[^1]) : words.Length == 1 ? FirstOf(words[0]) : "?";
        return letters.ToUpper(CultureInfo.InvariantCulture);
    }

    private string Read(ParticipantId person)
    {
        using var db = databases.CreateDbContext();
        var id = person.Text();
        return db.People.AsNoTracking().Where(p => p.ParticipantId == id).Select(p => p.Name).FirstOrDefault() ?? "";
    }

    private static string Tidy(string? name)
    {
        var plain = string.Concat((name ?? "").Select(letter => char.IsControl(letter) ? ' ' : letter));
        var words = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= LongestName ? words : words[..LongestName].TrimEnd();
    }

    private static string FirstOf(string word) => StringInfo.GetNextTextElement(word);
}
