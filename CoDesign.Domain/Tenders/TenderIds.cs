using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Tenders;

/// <summary>A tender.</summary>
public readonly record struct TenderId(Guid Value) : IId<TenderId>
{
    /// <summary>The stream of the tender.</summary>
    public StreamId Stream => new("tender", Value);

    /// <summary>The panel that scores the tender's bids; there is one for each tender.</summary>
    public Evaluations.PanelId Panel => new(Derived.Guid(Value, "panel"));

    /// <summary>The lot of a tender that isn't divided: the whole contract.</summary>
    public LotId WholeLot => new(Derived.Guid(Value, "lot"));

    /// <summary>The text of a document's own template.</summary>
    public StreamId Template(PackDocument document, int turn) => new("text", Derived.Guid(Value, $"template-{document}-{turn}"));

    /// <inheritdoc />
    public static TenderId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A criterion of a tender: a group of criteria, a question, or the price.</summary>
public readonly record struct CriterionId(Guid Value) : IId<CriterionId>
{
    /// <inheritdoc />
    public static CriterionId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}
