using CoDesign.Domain.Kernel;
using static CoDesign.Domain.Providers.ProviderRefusals;

namespace CoDesign.Domain.Providers;

/// <summary>What may be asked of an organisation's profile, and what happens then.</summary>
public sealed partial class ProviderDecider : IDecider<Provider, IProviderCommand>
{
    private const int Most = 20;

    /// <inheritdoc />
    public static Provider Initial { get; } = new();

    /// <inheritdoc />
    public static Provider Evolve(Provider state, Recorded happened) => state.After(happened);

    /// <inheritdoc />
    public static Decision Decide(Provider state, IProviderCommand command, Context context)
    {
        if (context.Actor == ParticipantId.Public) return Refusal.NotFound;
        if (command is BeginProvider begin) return Begin(state, begin, context);
        if (state.Name.Length == 0) return Refusal.NotFound;
        if (command is TakeWords take) return Take(state, take, context);
        if (command is JoinProvider join) return Join(state, join, context);
        if (!state.IsMember(context.Actor)) return Refusal.NotFound;
        if (command is CertifyProvider or ShowProvider or InviteColleague or UninviteColleague or GiveMemberRole && !state.IsOwner(context.Actor)) return NotOwner;
        return command switch
        {
            DescribeProvider c => Describe(state, c),
            GiveNumbers c => Give(state, c),
            SetContact c => Set(state, c),
            CertifyProvider c => SelfCertification.Check(c.Answers.IsDefault ? [] : c.Answers, context.Now, out var answers) is { } missing
                ? missing
                : Decision.Accept(new ProviderCertified(SelfCertification.RuleOn(context.Now).From, answers)),
            ShowProvider c => state.IsPublic == c.IsPublic ? Decision.Accept() : Decision.Accept(new ProviderShown(c.IsPublic, state.Name, state.Area)),
            InviteColleague c => Invite(state, c, context),
            UninviteColleague c => state.Invitations.Exists(one => one.Id == c.Invitation) ? Decision.Accept(new ColleagueUninvited(c.Invitation)) : Refusal.NotFound,
            GiveMemberRole c => Give(state, c),
            WriteToProvider c => Write(state, c, context),
            RemoveMember c => Remove(state, c, context),
            _ => Keep(state, command, context),
        };
    }

    private static Decision Begin(Provider state, BeginProvider c, Context context)
    {
        if (state.Name.Length > 0) return AlreadyThere;
        if (Basics(c.Name, c.Kind, c.Size, out var name) is { } bad) return bad;
        var id = new ProviderId(Derived.Guid(context.Operation.Value, $"provider-by-{context.Actor}"));
        return Decision.Make(id.Value, new ProviderBegan(id, name, c.Kind, c.Size));
    }

    private static Refusal? Basics(string? typed, ProviderKind kind, ProviderSize size, out string name)
    {
        if (Written.Words(typed, "name", "the name of your organisation", 120, out name) is { } bad) return bad;
        if (Written.Choice(kind, "kind", "a kind of organisation") is { } badKind) return badKind;
        if (Written.Choice(size, "size", "how many people work for you") is { } badSize) return badSize;
        return kind == ProviderKind.SmallOrMedium && size == ProviderSize.More ? SizeUnfit : null;
    }

    private static Decision Describe(Provider state, DescribeProvider c)
    {
        if (Basics(c.Name, c.Kind, c.Size, out var name) is { } bad) return bad;
        if (Written.OptionalWords(c.Area, "area", "the area", 120, out var area) is { } badArea) return badArea;
        if (Written.OptionalWords(c.About, "about", "what you do", 2_000, out var about) is { } badAbout) return badAbout;
        var described = new ProviderDescribed(name, c.Kind, c.Size, area, about);
        return described == new ProviderDescribed(state.Name, state.Kind, state.Size, state.Area, state.About) ? Decision.Accept() : Decision.Accept(described);
    }

    private static Decision Give(Provider state, GiveNumbers c)
    {
        var company = Tidy(c.Company);
        var charity = Tidy(c.Charity);
        if (company.Length > 0 && !(company.Length == 8 && LettersThenDigits(company, 0, 2))) return CompanyUnfit;
        if (charity.Length > 0 && !(charity.Length is >= 5 and <= 11 && LettersThenDigits(charity, 5, 3))) return CharityUnfit;
        return (company, charity) == (state.CompanyNumber, state.CharityNumber) ? Decision.Accept() : Decision.Accept(new NumbersGiven(company, charity));
    }

    private static Decision Set(Provider state, SetContact c)
    {
        if (c.Person is { } person && !state.IsMember(person)) return PersonUnknown;
        var (email, phone) = ((c.Email ?? "").Trim(), (c.Phone ?? "").Trim());
        if (email.Length > 0 && !IsAddress(email)) return EmailUnfit;
        if (phone.Length > 0 && (phone.Length > 30 || phone.Count(char.IsAsciiDigit) < 5 || phone.Any(sign => !char.IsAsciiDigit(sign) && sign is not (' ' or '+' or '(' or ')'))))
            return PhoneUnfit;
        var contact = email.Length + phone.Length == 0 ? null : new ProviderContact(c.Person, email, phone);
        return contact == state.Contact ? Decision.Accept() : Decision.Accept(new ContactSet(contact?.Person, email, phone));
    }

    private static string Tidy(string? number) => string.Concat((number ?? "").Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();

    /// <summary>Up to so many letters and then nothing but digits, at least <paramref name="least"/> of them.</summary>
    private static bool LettersThenDigits(string number, int least, int mostLetters)
    {
        var letters = number.TakeWhile(char.IsAsciiLetterUpper).Count();
        return letters <= mostLetters && (least == 0 ? letters is 0 or 2 : number.Length - letters >= least && number.Length - letters <= 8) && number.Skip(letters).All(char.IsAsciiDigit);
    }

    private static bool IsAddress(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return email.Length <= 254 && at > 0 && at == email.LastIndexOf('@') && email.LastIndexOf('.') > at + 1
            && !email.EndsWith('.') && !email.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign));
    }
}
