using System.Collections.Immutable;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;

namespace CoDesign.Domain.Bids;

/// <summary>Something asked of a bid. Only its team may, and only until the deadline.</summary>
public interface IBidCommand : ICommand;

/// <summary>Begins a bid for a published tender.</summary>
/// <param name="Tender">The tender.</param>
/// <param name="Organisation">Who bids, 1 to 120 characters; with a profile it can be left out.</param>
/// <param name="Provider">The profile that it uses, of an organisation that one belongs to; null for none.</param>
public sealed record StartBid(TenderId Tender, string? Organisation, ProviderId? Provider = null) : IBidCommand, ICreation;

/// <summary>Gives the price, where the tender has one lot alone.</summary>
/// <param name="Price">Pounds: more than 0, up to 10,000,000,000, at most two decimal places.</param>
public sealed record SetPrice(decimal? Price) : IBidCommand;

/// <summary>Hands the bid in as it is now; may be done again until the deadline.</summary>
public sealed record SubmitBid : IBidCommand;

/// <summary>Takes the bid back; it may be handed in again until the deadline.</summary>
public sealed record WithdrawBid : IBidCommand;

/// <summary>Opens the bid, once two people have said so after the deadline.</summary>
public sealed record OpenBid : IBidCommand, ISystemCommand;

/// <summary>What may be asked of a bid, and what happens then.</summary>
public sealed partial class BidDecider : IDecider<Bid, IBidCommand>
{
    private static readonly Refusal AlreadyThere = new("bid.exists", "This bid has been started already.");
    private static readonly Refusal Late = new("bid.late", "The deadline has passed, so bids can't be changed any more. The clock of this site decides.");
    private static readonly Refusal OfficerBids = new("bid.conflict-of-roles", "You have a part in running or scoring this tender, so you can't bid for it.");
    private static readonly Refusal PriceRange = new("price.range", "Give a price in pounds that is more than 0 and at most 10,000,000,000, with at most two decimal places.", "price");
    private static readonly Refusal NotSubmitted = new("bid.not-submitted", "This bid isn't submitted, so there is nothing to take back.");

    /// <inheritdoc />
    public static Bid Initial { get; } = new();

    /// <inheritdoc />
    public static Bid Evolve(Bid state, Recorded happened) => state.After(happened);

    /// <inheritdoc />
    public static IEnumerable<StreamId> Needs(Bid state, IBidCommand command, Facts known)
    {
        var tenderId = (command as StartBid)?.Tender ?? state.Tender;
        yield return tenderId.Stream;
        foreach (var provider in ProvidersFor(state, command)) yield return provider.Stream;
        if (known.Find<Tender>(tenderId.Stream) is not { } tender) yield break;
        if (command is StartBid or JoinTeam or JoinAsPartner)
        {
            yield return tender.Project.Stream;
            yield return tenderId.Panel.Stream;
        }

        if (command is not SubmitBid) yield break;
        foreach (var question in tender.WrittenQuestions) yield return state.Id.Answer(question.Id);
    }

    /// <inheritdoc />
    public static Decision Decide(Bid state, IBidCommand command, Context context)
    {
        var tenderId = (command as StartBid)?.Tender ?? state.Tender;
        var tender = context.Facts.Find<Tender>(tenderId.Stream);
        if (command is StartBid start) return Start(state, start, tender, context);
        if (state.Organisation.Length == 0 || tender is null) return Refusal.NotFound;
        if (command is OpenBid)
        {
            if (!context.IsSystem || tender.InTime(context.Now) || tender.Withdrawal is not null) return Refusal.NotFound;
            return state.IsOpened ? Decision.Accept() : Decision.Accept(new BidOpened());
        }

        if (command is NoteReminder note) return context.IsSystem && !state.Reminded.Contains(note.Key) ? Decision.Accept(new TeamReminded(note.Key)) : Refusal.NotFound;
        if (command is IPartnersOwnCommand own) return OfPartnersOwn(state, own, tender, context);
        if (!state.Team.Contains(context.Actor)) return command is JoinTeam join ? Join(state, join, tender, context) : Refusal.NotFound;
        if (tender.Withdrawal is not null) return TenderWithdrawn;
        if (!tender.InTime(context.Now)) return Late;
        return command switch
        {
            TakeUpVersion c => TakeUp(state, tender, c),
            ConfirmBid c => Confirm(state, tender, c),
            SetPrice c => Set(tender, c),
            PriceLots c => Price(state, tender, c),
            IEvidenceCommand c => OfEvidence(state, tender, c),
            ITeamCommand c => OfTeam(state, c, context),
            IProfileCommand c => OfProfile(state, c, context),
            IPartnerCommand c => OfPartners(state, c, context),
            SubmitBid => Submit(state, tender, context),
            WithdrawBid => state.Status == BidStatus.Submitted ? Decision.Accept(new BidWithdrawn()) : NotSubmitted,
            _ => throw new InvalidOperationException($"A bid knows no command {command.GetType().Name}."),
        };
    }

    /// <summary>How many words a text has, counted as people do: runs between white space.</summary>
    public static int WordsIn(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static Decision Start(Bid state, StartBid c, Tender? tender, Context context)
    {
        if (tender?.Publication is null || context.Actor == ParticipantId.Public) return Refusal.NotFound;
        if (state.Organisation.Length > 0) return AlreadyThere;
        if (tender.Withdrawal is not null) return TenderWithdrawn;
        if (!tender.InTime(context.Now)) return Late;
        var project = context.Facts.Find<Project>(tender.Project.Stream);
        var panel = context.Facts.Find<Panel>(tender.Id.Panel.Stream);
        if (IsInsider(context.Actor, project, panel)) return OfficerBids;
        var provider = c.Provider is { } chosen ? context.Facts.Find<Provider>(chosen.Stream) : null;
        if (c.Provider is not null && provider?.IsMember(context.Actor) is not true) return ProfileUnknown;
        var named = string.IsNullOrWhiteSpace(c.Organisation) && provider is not null ? provider.Name : c.Organisation;
        if (Written.Words(named, "organisation", "the name of your organisation", 120, out var organisation) is { } bad) return bad;
        var id = new BidId(Derived.Guid(context.Operation.Value, $"bid-by-{context.Actor}"));
        var started = new BidStarted(id, tender.Id, organisation, [.. tender.WrittenQuestions.Select(question => question.Id)], tender.Publication.Number);
        return provider is null ? Decision.Make(id.Value, started) : Decision.Make(id.Value, started, new ProfileChosen(provider.Id));
    }

    /// <summary>Whoever submits is told at once of all that is missing.</summary>
    private static Decision Submit(Bid state, Tender tender, Context context)
    {
        if (state.Version < NumberOf(tender)) return Amended;
        var progress = BidProgress.Of(state, tender, text => context.Facts.Find<TextDocument>(text)?.Text, state.Provider is { } id ? context.Facts.Find<Provider>(id.Stream) : null);
        var missing = progress.Missing.ToArray();
        if (missing.Length == 1) return missing[0];
        if (progress.Price is not { } price || missing.Length > 0) return new Refusal("bid.incomplete", string.Join(' ', missing.Select(one => one.Message)));
        ImmutableArray<SubmittedAnswer> content = [.. progress.Answers.Select(answer => new SubmittedAnswer(answer.Question, answer.Text))];
        ImmutableArray<EvidenceFile> files = [.. tender.WrittenQuestions.SelectMany(question => state.Evidence.Where(file => file.Question == question.Id))];
        var hash = Submission.HashOf(state.Organisation, content, price, tender.IsDivided ? progress.Prices : [], files, progress.Bidders);
        return Decision.Accept(new BidSubmitted(content, price, hash, [.. progress.Prices]) { Files = files, Profile = state.Profile, Consortium = state.Consortium });
    }

    private static bool IsPrice(decimal? price) => price is > 0 and <= 10_000_000_000m && decimal.Round(price.Value, 2) == price;
}
