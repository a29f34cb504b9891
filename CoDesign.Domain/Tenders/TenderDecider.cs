using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Text;
using static CoDesign.Domain.Tenders.TenderRefusals;

namespace CoDesign.Domain.Tenders;

/// <summary>What may be asked of a tender, and what happens then.</summary>
public sealed partial class TenderDecider : IDecider<Tender, ITenderCommand>
{

    /// <inheritdoc />
    public static Tender Initial { get; } = new();

    /// <inheritdoc />
    public static Tender Evolve(Tender state, Recorded happened) => state.After(happened);

    /// <inheritdoc />
    public static IEnumerable<StreamId> Needs(Tender state, ITenderCommand command, Facts known)
    {
        var project = (command as CreateTender)?.Project ?? state.Project;
        yield return project.Stream;
        if (command is ISeekCommand seek) yield return seek.Provider.Stream;
        if (command is DescribeListing) yield return AuthorityList.Stream;
        if (command is WithdrawTender) yield return state.Id.Panel.Stream;
        if (command is not (PublishTender or AmendTender) || known.Find<Project>(project.Stream) is not { } found) yield break;
        foreach (var text in TextsOf(state.Drafted(), found)) yield return text;
    }

    /// <inheritdoc />
    public static Decision Decide(Tender state, ITenderCommand command, Context context)
    {
        var projectId = (command as CreateTender)?.Project ?? state.Project;
        if (command is IEnquiryCommand enquiry) return DecideEnquiry(state, enquiry, context.Facts.Find<Project>(projectId.Stream), context);
        if (command is ISeekCommand seek) return DecideSeek(state, seek, context.Facts.Find<Project>(projectId.Stream), context);
        if (context.Facts.Find<Project>(projectId.Stream) is not { } project || !project.IsReader(context.Actor)) return Refusal.NotFound;
        if (!project.Holds(context.Actor, Role.Commissioner)) return NotCommissioner;
        if (command is CreateTender create) return Create(state, create, project, context);
        if (state.Title.Length == 0) return Refusal.NotFound;
        if (command is IEarlyCommand early) return DecideEarly(state, early, project, context);
        if (command is IPackCommand pack) return DecidePack(state, pack);
        if (command is IPublishedCommand published) return DecidePublished(state, published, project, context);
        return WhyClosed(state, context.Now) is { } closed ? closed : Write(state.Drafted(), command, project, context, state.Publication is not null);
    }

    /// <summary>What is asked of a tender that is being written: the whole, or its next version.</summary>
    private static Decision Write(Tender state, ITenderCommand command, Project project, Context context, bool isPublished)
    {
        return command switch
        {
            DescribeTender c => Describe(c),
            DescribeListing c => Describe(state, c, context),
            SetDeadline c => Set(c, context.Now),
            ILotCommand c => DecideLot(state, c, context),
            WriteOnePage c => Write(state, c, context),
            IAskCommand c => DecideAsks(state, c),
            ITimetableCommand c => DecideTimetable(state, c, isPublished, context),
            IScoringCommand c => DecideScoring(state, c, project, context),
            ICriteriaCommand c => DecideCriteria(state, c, project, context),
            SetPanelGroup c => Set(state, c),
            SetPanelWeights c => Set(state, c),
            RemovePanelGroup c => Remove(state, c),
            ChoosePriceFormula c => Choose(c),
            PublishTender => isPublished ? Published : Publish(state, project, context),
            _ => throw new InvalidOperationException($"A tender knows no command {command.GetType().Name}."),
        };
    }

    private static Decision Create(Tender state, CreateTender c, Project project, Context context)
    {
        if (state.Title.Length > 0) return AlreadyThere;
        if (project.Tender is not null) return OnePerProject;
        if (Written.Words(c.Title, "title", "a title for the tender", 120, out var title) is { } badTitle) return badTitle;
        var id = new TenderId(Derived.Guid(context.Operation.Value, $"tender-by-{context.Actor}"));
        return Decision.Make(id.Value,
            new TenderCreated(id, c.Project, title),
            new CriterionAdded(new Criterion(new CriterionId(context.NewId(1)), null, "Quality", 60, CriterionKind.Group, "", 0, null, [])),
            new CriterionAdded(new Criterion(new CriterionId(context.NewId(2)), null, "Price", 40, CriterionKind.Price, "", 0, null, [])));
    }

    private static Decision Describe(DescribeTender c)
    {
        if (Written.Words(c.Summary, "summary", "what is wanted", 2_000, out var summary) is { } badSummary) return badSummary;
        if (c.Value is < 0.01m or > 10_000_000_000m || decimal.Round(c.Value, 2) != c.Value) return ValueRange;
        if (!Enum.IsDefined(c.Kind)) return KindUnknown;
        return c.Months is < 1 or > 240 ? MonthsRange : Decision.Accept(new TenderDescribed(summary, c.Value, c.Start, c.Months, c.Kind));
    }

    private static Decision Set(SetDeadline c, DateTimeOffset now)
    {
        if (c.Deadline is not { } deadline) return DeadlineMissing;
        if (deadline <= now) return DeadlinePast;
        return deadline > now.AddYears(5) ? DeadlineFar : Decision.Accept(new DeadlineSet(deadline.ToUniversalTime()));
    }

    private static Decision Choose(ChoosePriceFormula c)
    {
        if (Written.Choice(c.Formula, "formula", "how the price is scored") is { } unknown) return unknown;
        if (c.Formula != PriceFormula.Benchmark) return Decision.Accept(new PriceRuleChosen(new PriceRule(c.Formula)));
        return c.Benchmark is > 0 and <= 10_000_000_000m && decimal.Round(c.Benchmark.Value, 2) == c.Benchmark
            ? Decision.Accept(new PriceRuleChosen(new PriceRule(c.Formula, c.Benchmark, c.IsCapped)))
            : BenchmarkRange;
    }

    private static Decision Publish(Tender state, Project project, Context context)
    {
        var source = SourceOf(state with { NoticeOn = UkDay.Of(context.Now) }, project, context.Facts.Find<TextDocument>);
        if (PublicationChecks.WhyNot(ChecksOf(source, context.Actor, context.Now)) is { } missing) return missing;
        var reference = state.Early?.Reference ?? ReferenceOf("CD", state.Id.Value, context.Now);
        var (hash, markdown) = Freeze(source);
        return Decision.Accept(new TenderPublished(reference, state.Title, state.Deadline!.Value, hash, markdown, source.Tender.ToNotice()));
    }

    /// <summary>Letters and digits that nobody confuses when reading them out.</summary>
    internal static string ReferenceOf(string prefix, Guid id, DateTimeOffset now)
    {
        const string signs = "23456789BCDFGHJKMNPQRSTVWXYZ";
        var bytes = Derived.Guid(id, "reference").ToByteArray();
        return $"{prefix}-{now.Year}-{string.Concat(bytes.Take(6).Select(b => signs[b % signs.Length]))}";
    }
}
