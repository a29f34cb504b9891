using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Text;

/// <summary>A tie of the thread that is about a few words of the text, not the whole of it.</summary>
/// <param name="From">What the words come from.</param>
/// <param name="Quote">The words, as they were when they were tied.</param>
/// <param name="At">When.</param>
/// <param name="Quoted">Where the quote stood.</param>
public sealed record WordTie(ThreadRef From, string Quote, DateTimeOffset At, Quoted Quoted);

/// <summary>Something asked of the ties between a text's words and the thread.</summary>
public interface ITieCommand : ITextCommand;

/// <summary>Ties some words of a clause to what they come from, in place of other words that were tied to it. Contributors only.</summary>
/// <param name="From">An insight, theme, idea, trial or outcome of the project.</param>
/// <param name="Quote">The words, as they stand in the text; 1 to 1,000 UTF-16 units.</param>
/// <param name="Near">Where they stand; see <see cref="Comment"/>.</param>
public sealed record TieWords(ThreadRef? From, string? Quote, int? Near) : ITieCommand;

/// <summary>Lets a tie be about the whole clause again. Contributors, and the system where the tie itself went.</summary>
/// <param name="From">What the words come from.</param>
public sealed record UntieWords(ThreadRef From) : ITieCommand;

/// <summary>Something that happened to such a tie.</summary>
public interface ITieEvent : IEvent
{
    /// <summary>What the words come from.</summary>
    ThreadRef From { get; }
}

/// <summary>Some words are tied. They are not told again: they are those that stood there then.</summary>
[EventName("text.words-tied.v1")]
public sealed record WordsTied(ThreadRef From, Anchor On) : ITieEvent;

/// <summary>No particular words are tied to it any more.</summary>
[EventName("text.words-untied.v1")]
public sealed record WordsUntied(ThreadRef From) : ITieEvent;

/// <content>Ties of the thread that are about a few words.</content>
public sealed partial class TextDecider
{
    private static readonly Refusal SourceUnknown = new("from.unknown", "Choose something that the clause can come from: an insight, a theme, an idea, a trial or an outcome of this project.", "from");

    private static Decision DecideTie(TextDocument state, ITieCommand command, Context context)
    {
        if (context.Facts.Find<Project>(state.Owner) is not { } project) return Refusal.NotFound;
        if (!context.IsSystem && TextAccess.WhyNotRemark(state, context) is { } closed) return closed;
        return command switch
        {
            TieWords c => Tie(state, c, project),
            // Words that were tied after the tie went belong to the next one.
            UntieWords c => state.Ties.Exists(tie => tie.From == c.From && tie.At <= context.Now) ? Decision.Accept(new WordsUntied(c.From)) : Decision.Accept(),
            _ => throw new InvalidOperationException($"A text knows no command {command.GetType().Name}."),
        };
    }

    private static Decision Tie(TextDocument state, TieWords c, Project project)
    {
        if (c.From is not { } from || !project.Has(from)) return SourceUnknown;
        var link = new ThreadLink(from, new ThreadRef(ThreadKind.Clause, state.Id.Value));
        if (!link.IsForward) return SourceUnknown;
        if (project.Links.Count >= ProjectDecider.MostLinks && !project.Links.Contains(link)) return ProjectRefusals.Full;
        if (Written.Words(c.Quote, "quote", "the words that come from it", LongestQuote, out var quote) is { } badQuote) return badQuote;
        if (PlaceOf(state, quote, c.Near, out var on) is { } notThere) return notThere;
        return Decision.Accept(new WordsTied(from, on));
    }
}
