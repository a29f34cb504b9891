using System.Collections.Immutable;
using System.Text;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Tenders;

/// <summary>An authority that buys on this site.</summary>
public readonly record struct AuthorityId(Guid Value) : IId<AuthorityId>
{
    /// <inheritdoc />
    public static AuthorityId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>An authority that buys, as it is chosen by a tender and frozen with it.</summary>
/// <param name="Id">The authority.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Key">Names it in addresses: small letters, digits and hyphens; never changes.</param>
/// <param name="Page">The address at which it is reached; empty where not said.</param>
/// <param name="Ppon">Its public procurement organisation number, as the central digital platform gives it; empty where not said.</param>
public sealed record Buyer(AuthorityId Id, string Name, string Key, string Page, string Ppon);

/// <summary>An authority in the list of this site.</summary>
/// <param name="Buyer">Who it is.</param>
/// <param name="IsClosed">Whether no further tender can choose it.</param>
public sealed record Authority(Buyer Buyer, bool IsClosed = false);

/// <summary>Something asked of the list of authorities. Only administrators may.</summary>
public interface IAuthorityCommand : IAdministratorCommand;

/// <summary>Puts an authority in the list.</summary>
/// <param name="Name">1 to 120 characters; no other has it.</param>
/// <param name="Page">A web address at which it is reached, at most 300 characters; may be left out.</param>
/// <param name="Ppon">At most 40 letters, digits and hyphens; may be left out.</param>
public sealed record AddAuthority(string? Name, string? Page, string? Ppon) : IAuthorityCommand;

/// <summary>Says otherwise what an authority is called and where it is reached. What was published stays as it was.</summary>
/// <param name="Authority">The authority.</param>
/// <param name="Name">As when it is added.</param>
/// <param name="Page">As when it is added.</param>
/// <param name="Ppon">As when it is added.</param>
public sealed record ChangeAuthority(AuthorityId Authority, string? Name, string? Page, string? Ppon) : IAuthorityCommand;

/// <summary>Lets no further tender choose an authority, or lets them again.</summary>
/// <param name="Authority">The authority.</param>
/// <param name="Closed">Whether it is closed.</param>
public sealed record CloseAuthority(AuthorityId Authority, bool Closed) : IAuthorityCommand;

/// <summary>An authority is in the list, or reads otherwise.</summary>
[EventName("authority.listed.v1")]
public sealed record AuthorityListed(Buyer Buyer) : IEvent;

/// <summary>No further tender can choose it, or they can again.</summary>
[EventName("authority.closed.v1")]
public sealed record AuthorityClosed(AuthorityId Authority, bool Closed) : IEvent;

/// <summary>The authorities of this site. There is one list of them; all of it is public.</summary>
/// <param name="All">In the order in which they came.</param>
public sealed record AuthorityList(ImmutableList<Authority> All)
{
    /// <summary>The list's stream, the same in every installation.</summary>
    public static StreamId Stream { get; } = new("authority", new Guid("c0de5190-0000-4000-8000-0000000000a0"));

    /// <summary>One of them; null where there is none.</summary>
    public Authority? Find(AuthorityId id) => All.Find(one => one.Buyer.Id == id);

    /// <summary>The one with a key; null where there is none.</summary>
    public Authority? Find(string key) => All.Find(one => one.Buyer.Key == key);

    /// <summary>What is true after something happened.</summary>
    public AuthorityList After(Recorded happened) => happened.Event switch
    {
        AuthorityListed e => this with { All = Find(e.Buyer.Id) is { } there ? All.Replace(there, there with { Buyer = e.Buyer }) : All.Add(new Authority(e.Buyer)) },
        AuthorityClosed e => this with { All = All.ConvertAll(one => one.Buyer.Id == e.Authority ? one with { IsClosed = e.Closed } : one) },
        _ => throw new InvalidOperationException($"A list of authorities knows no event {happened.Event.GetType().Name}."),
    };
}

/// <summary>What may be asked of the list of authorities, and what happens then.</summary>
public sealed class AuthorityDecider : IDecider<AuthorityList, IAuthorityCommand>
{
    private const int Most = 500;
    private static readonly Refusal _full = new("authority.too-many", "There are 500 authorities here, and no room for more.");
    private static readonly Refusal _there = new("name.taken", "There is an authority with this name already.", "name");
    private static readonly Refusal _page = new("page.form", "Give the whole web address, for example https://www.example.gov.uk/contact.", "page");
    private static readonly Refusal _ppon = new("ppon.form", "A procurement organisation number has at most 40 letters, digits and hyphens.", "ppon");

    /// <inheritdoc />
    public static AuthorityList Initial { get; } = new([]);

    /// <inheritdoc />
    public static AuthorityList Evolve(AuthorityList state, Recorded happened) => state.After(happened);

    /// <inheritdoc />
    public static IEnumerable<StreamId> Needs(AuthorityList state, IAuthorityCommand command, Facts known) => [];

    /// <inheritdoc />
    public static Decision Decide(AuthorityList state, IAuthorityCommand command, Context context)
    {
        if (context.Stream != AuthorityList.Stream || context.Actor == ParticipantId.Public) return Refusal.NotFound;
        switch (command)
        {
            case AddAuthority c:
                if (state.All.Count >= Most) return _full;
                if (Check(state, default, c.Name, c.Page, c.Ppon, out var fresh) is { } bad) return bad;
                var id = new AuthorityId(context.NewId());
                return Decision.Make(id.Value, new AuthorityListed(fresh with { Id = id, Key = KeyOf(state, fresh.Name) }));
            case ChangeAuthority c:
                if (state.Find(c.Authority) is not { } there) return Refusal.NotFound;
                if (Check(state, c.Authority, c.Name, c.Page, c.Ppon, out var changed) is { } badChange) return badChange;
                changed = changed with { Id = there.Buyer.Id, Key = there.Buyer.Key };
                return changed == there.Buyer ? Decision.Accept() : Decision.Accept(new AuthorityListed(changed));
            case CloseAuthority c:
                if (state.Find(c.Authority) is not { } known) return Refusal.NotFound;
                return known.IsClosed == c.Closed ? Decision.Accept() : Decision.Accept(new AuthorityClosed(c.Authority, c.Closed));
            default:
                throw new InvalidOperationException($"A list of authorities knows no command {command.GetType().Name}.");
        }
    }

    private static Refusal? Check(AuthorityList state, AuthorityId itself, string? typedName, string? typedPage, string? typedPpon, out Buyer buyer)
    {
        buyer = null!;
        if (Written.Words(typedName, "name", "what the authority is called", 120, out var name) is { } badName) return badName;
        if (state.All.Exists(one => one.Buyer.Id != itself && string.Equals(one.Buyer.Name, name, StringComparison.OrdinalIgnoreCase))) return _there;
        if (Written.OptionalWords(typedPage, "page", "the web address", 300, out var page) is { } badPage) return badPage;
        if (page.Length > 0 && !(Uri.TryCreate(page, UriKind.Absolute, out var read) && read.Scheme is "https" or "http")) return _page;
        var ppon = (typedPpon ?? "").Trim();
        if (ppon.Length > 40 || !ppon.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return _ppon;
        buyer = new Buyer(default, name, "", page, ppon);
        return null;
    }

    /// <summary>The name in small letters with hyphens, and a number where another has that already.</summary>
    private static string KeyOf(AuthorityList state, string name)
    {
        var words = new StringBuilder();
        foreach (var sign in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(sign)) words.Append(sign);
            else if (words.Length > 0 && words[^1] != '-') words.Append('-');
        }

        var key = words.ToString().Trim('-') is { Length: > 0 } readable ? readable : "authority";
        return Enumerable.Range(1, Most + 1).Select(i => i == 1 ? key : $"{key}-{i}").First(free => state.Find(free) is null);
    }
}
