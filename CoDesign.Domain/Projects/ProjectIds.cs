using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Projects;

/// <summary>A co-design project.</summary>
public readonly record struct ProjectId(Guid Value) : IId<ProjectId>
{
    /// <summary>The stream of the project.</summary>
    public StreamId Stream => new("project", Value);

    /// <inheritdoc />
    public static ProjectId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>An insight of a project.</summary>
public readonly record struct InsightId(Guid Value) : IId<InsightId>
{
    /// <inheritdoc />
    public static InsightId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A theme of a project.</summary>
public readonly record struct ThemeId(Guid Value) : IId<ThemeId>
{
    /// <inheritdoc />
    public static ThemeId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>An idea of a project.</summary>
public readonly record struct IdeaId(Guid Value) : IId<IdeaId>
{
    /// <inheritdoc />
    public static IdeaId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A trial of an idea.</summary>
public readonly record struct TrialId(Guid Value) : IId<TrialId>
{
    /// <inheritdoc />
    public static TrialId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>An observation during a trial.</summary>
public readonly record struct ObservationId(Guid Value) : IId<ObservationId>
{
    /// <inheritdoc />
    public static ObservationId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>An outcome of a project.</summary>
public readonly record struct OutcomeId(Guid Value) : IId<OutcomeId>
{
    /// <inheritdoc />
    public static OutcomeId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A measure of an outcome.</summary>
public readonly record struct MeasureId(Guid Value) : IId<MeasureId>
{
    /// <inheritdoc />
    public static MeasureId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A clause of a specification. Its words are a text stream with the same identifier.</summary>
public readonly record struct ClauseId(Guid Value) : IId<ClauseId>
{
    /// <summary>The stream of the clause's words.</summary>
    public StreamId Text => new("text", Value);

    /// <inheritdoc />
    public static ClauseId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Id.Text(this);
}

/// <summary>A line of a project's plan: a decision, people, who is told, a risk.</summary>
public readonly record struct PlanItemId(Guid Value) : IId<PlanItemId>
{
    /// <inheritdoc />
    public static PlanItemId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}
