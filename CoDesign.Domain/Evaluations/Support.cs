using CoDesign.Domain.Kernel;
using static CoDesign.Domain.Evaluations.PanelRefusals;

namespace CoDesign.Domain.Evaluations;

/// <summary>Somebody who helps an evaluator. They see nothing by themselves: only what the evaluator shows them.</summary>
/// <param name="Name">What they want to be called.</param>
/// <param name="Helps">What they help with.</param>
public sealed record SupportPerson(string Name, string Helps);

/// <summary>Says that one did the practice round. What was given in it is private, and kept nowhere.</summary>
public sealed record FinishPractice : IPreparationCommand;

/// <summary>Says who helps one, instead of what was said before. Evaluators, until the award.</summary>
/// <param name="Name">What they want to be called, 1 to 60 characters.</param>
/// <param name="Helps">What they help with, 1 to 500 characters.</param>
/// <param name="KeepsConfidence">That they keep to themselves what they read and hear; refused without.</param>
public sealed record RecordSupport(string? Name, string? Helps, bool KeepsConfidence) : IPreparationCommand;

/// <summary>Says that nobody helps one any more.</summary>
public sealed record EndSupport : IPreparationCommand;

/// <summary>An evaluator did the practice round.</summary>
[EventName("practice.finished.v1")]
public sealed record PracticeFinished : IPreparationEvent;

/// <summary>An evaluator said who helps them, and that they keep confidence.</summary>
[EventName("support.recorded.v1")]
public sealed record SupportRecorded([property: Erasable] string Name, [property: Erasable] string Helps) : IPreparationEvent;

/// <summary>Nobody helps an evaluator any more.</summary>
[EventName("support.ended.v1")]
public sealed record SupportEnded : IPreparationEvent;

/// <content>Who helps whom.</content>
public sealed partial class PanelDecider
{
    private static Decision Record(Panel state, RecordSupport c, Context context)
    {
        if (Written.Words(c.Name, "name", "what they want to be called", 60, out var name) is { } badName) return badName;
        if (Written.Words(c.Helps, "helps", "what they help you with", 500, out var helps) is { } badHelps) return badHelps;
        if (!c.KeepsConfidence) return SupportConfidence;
        return state.Preparation.Support.GetValueOrDefault(context.Actor) == new SupportPerson(name, helps)
            ? Decision.Accept()
            : Decision.Accept(new SupportRecorded(name, helps));
    }
}
