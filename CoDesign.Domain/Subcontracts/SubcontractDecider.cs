using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Subcontracts;

/// <summary>What may be asked of an offer of work, and what happens then.</summary>
public sealed class SubcontractDecider : IDecider<Subcontract, ISubcontractCommand>
{
    private const int MostContacts = 500;
    private const int MostOfOne = 5;

    private static readonly Refusal _there = new("subcontract.exists", "This was posted already.");
    private static readonly Refusal _closed = new("subcontract.closed", "This offer is closed.");
    private static readonly Refusal _own = new("subcontract.own", "This offer is your own. What others write to you is below.");
    private static readonly Refusal _least = new("least.range", "Give the least that it may be worth in pounds, at most 10,000,000,000, or leave it out.", "least");
    private static readonly Refusal _most = new("most.range", "Give the most that it may be worth in pounds: not less than the least, or leave it out.", "most");
    private static readonly Refusal _closes = new("closes.range", "Choose a moment that lies ahead, within a year.", "closes");
    private static readonly Refusal _many = new("contact.too-many", "You have written here as often as you can. Wait for an answer.");

    /// <inheritdoc />
    public static Subcontract Initial { get; } = new();

    /// <inheritdoc />
    public static Subcontract Evolve(Subcontract state, Recorded happened) => state.After(happened);

    /// <inheritdoc />
    public static IEnumerable<StreamId> Needs(Subcontract state, ISubcontractCommand command, Facts known) => [];

    /// <inheritdoc />
    public static Decision Decide(Subcontract state, ISubcontractCommand command, Context context)
    {
        if (context.Actor == ParticipantId.Public) return Refusal.NotFound;
        if (command is PostSubcontract post) return Post(state, post, context);
        var mine = state.By == context.Actor;
        if (state.Work is not { } work || state.WhyTakenDown.Length > 0 && !mine) return Refusal.NotFound;
        if (command is TakeDownSubcontract down) return TakeDown(state, down);
        if (command is AnswerContact answer) return mine ? Answer(state, answer) : Refusal.NotFound;
        if (command is ChangeSubcontract or CloseSubcontract && !mine) return Refusal.NotFound;
        if (!state.IsOpen(context.Now)) return _closed;
        switch (command)
        {
            case ChangeSubcontract c:
                if (Check(c.Organisation, c.Title, c.What, c.Least, c.Most, c.Area, c.Closes, context.Now, out var changed) is { } bad) return bad;
                return changed == work ? Decision.Accept() : Decision.Accept(new SubcontractChanged(changed));
            case CloseSubcontract:
                return Decision.Accept(new SubcontractClosed());
            case ContactPoster c:
                return mine ? _own : Contact(state, c, context);
            default:
                throw new InvalidOperationException($"An offer knows no command {command.GetType().Name}.");
        }
    }

    private static Decision Post(Subcontract state, PostSubcontract c, Context context)
    {
        if (state.Work is not null) return _there;
        if (Check(c.Organisation, c.Title, c.What, c.Least, c.Most, c.Area, c.Closes, context.Now, out var work) is { } bad) return bad;
        var id = new SubcontractId(Derived.Guid(context.Operation.Value, $"subcontract-by-{context.Actor}"));
        return Decision.Make(id.Value, new SubcontractPosted(id, Tenders.TenderDecider.ReferenceOf("SC", id.Value, context.Now), work));
    }

    private static Decision TakeDown(Subcontract state, TakeDownSubcontract c)
    {
        if (state.WhyTakenDown.Length > 0) return Refusal.NotFound;
        return Written.Words(c.Reason, "reason", "why, in plain words", 1_000, out var reason) is { } bad ? bad : Decision.Accept(new SubcontractTakenDown(reason));
    }

    private static Decision Contact(Subcontract state, ContactPoster c, Context context)
    {
        if (state.Contacts.Count >= MostContacts || state.Contacts.Count(one => one.By == context.Actor) >= MostOfOne) return _many;
        if (Written.Words(c.Organisation, "organisation", "the name of your organisation", 120, out var organisation) is { } badName) return badName;
        if (Written.Words(c.Message, "message", "your message", 2_000, out var message) is { } bad) return bad;
        var id = new ContactId(context.NewId());
        return Decision.Make(id.Value, new PosterContacted(id, organisation, message));
    }

    private static Decision Answer(Subcontract state, AnswerContact c)
    {
        if (!state.Contacts.Exists(one => one.Id == c.Contact)) return Refusal.NotFound;
        return Written.Words(c.Answer, "answer", "the answer", 2_000, out var answer) is { } bad ? bad : Decision.Accept(new ContactAnswered(c.Contact, answer));
    }

    private static Refusal? Check(string? who, string? name, string? words, decimal? least, decimal? most, string? where, DateTimeOffset? until, DateTimeOffset now, out WorkOffered work)
    {
        work = null!;
        if (Written.Words(who, "organisation", "the name of your organisation", 120, out var organisation) is { } badWho) return badWho;
        if (Written.Words(name, "title", "what it is called", 120, out var title) is { } badTitle) return badTitle;
        if (Written.Words(words, "what", "what is to be done", 2_000, out var what) is { } badWhat) return badWhat;
        if (!IsValue(least)) return _least;
        if (!IsValue(most) || most < least) return _most;
        if (Written.OptionalWords(where, "area", "where", 120, out var area) is { } badArea) return badArea;
        if (until is not { } closes || closes <= now || closes > now.AddYears(1)) return _closes;
        work = new WorkOffered(organisation, title, what, least ?? 0, most ?? least ?? 0, area, closes.ToUniversalTime());
        return null;
    }

    private static bool IsValue(decimal? pounds) => pounds is null or >= 0 and <= 10_000_000_000m && decimal.Round(pounds ?? 0, 2) == (pounds ?? 0);
}
