using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Text;

/// <summary>Who may read and write a text: it follows from what the text belongs to, in this one place.</summary>
public static class TextAccess
{
    /// <summary>The streams on which the answer rests.</summary>
    public static IEnumerable<StreamId> Needs(TextDocument document, Facts known) => document.Owner == default ? [] : [document.Owner];

    /// <summary>Whether somebody may read the text.</summary>
    public static bool MayRead(TextDocument document, ParticipantId person, Facts facts) => document.Owner.Kind switch
    {
        "project" => facts.Find<Project>(document.Owner)?.IsReader(person) is true,
        _ => false,
    };

    /// <summary>Why somebody who may read it can't write in it now; null where they can.</summary>
    public static Refusal? WhyNotWrite(TextDocument document, Context context) => document.Owner.Kind switch
    {
        "project" => context.Facts.Find<Project>(document.Owner) is { } project && ProjectView.For(project, context.Actor) is { MayWrite: true }
            ? null
            : TextDecider.OnlyRead,
        _ => TextDecider.OnlyRead,
    };
}
