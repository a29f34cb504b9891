using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Text;

/// <summary>What a reader may see of a text.</summary>
/// <param name="Version">How many steps made it.</param>
/// <param name="Text">The words.</param>
/// <param name="MayWrite">Whether the reader may write in it now.</param>
public sealed record TextView(long Version, string Text, bool MayWrite)
{
    /// <summary>Whether the reader may comment and suggest now.</summary>
    public bool MayRemark { get; init; }

    /// <summary>Whether the reader decides on suggestions.</summary>
    public bool MayDecide { get; init; }

    /// <summary>Comments and suggestions, oldest first.</summary>
    public ImmutableList<Remark> Remarks { get; init; } = [];

    /// <summary>Where each of <see cref="Remarks"/> stands at this version, in the same order.</summary>
    public ImmutableArray<Anchor> Places { get; init; } = [];

    /// <summary>Ties of the thread that are about a few words, oldest first.</summary>
    public ImmutableList<WordTie> Ties { get; init; } = [];

    /// <summary>Where the words of each of <see cref="Ties"/> stand at this version, in the same order.</summary>
    public ImmutableArray<Anchor> TiePlaces { get; init; } = [];

    /// <summary>The view of one reader; null for who may not see it, or where there is none.</summary>
    /// <param name="document">The text.</param>
    /// <param name="facts">What it belongs to; see <see cref="TextAccess.Needs"/>.</param>
    /// <param name="viewer">Who reads.</param>
    /// <param name="now">The server's time.</param>
    public static TextView? For(TextDocument? document, Facts facts, ParticipantId viewer, DateTimeOffset now)
    {
        if (document is null || !TextAccess.MayRead(document, viewer, facts)) return null;
        var context = new Context(viewer, default, now, facts);
        return new TextView(document.Version, document.Text, TextAccess.WhyNotWrite(document, context) is null)
        {
            MayRemark = TextAccess.WhyNotRemark(document, context) is null,
            MayDecide = TextAccess.MayDecide(document, context),
            Remarks = document.Remarks,
            Places = document.Places,
            Ties = document.Ties,
            TiePlaces = document.TiePlaces,
        };
    }
}
