using System.Text.Json.Serialization;

namespace CoDesign.Domain.Evaluations;

/// <summary>How far a group has confirmed what stands for an answer.</summary>
/// <param name="Group">The group.</param>
/// <param name="Of">How many of it have a say: they scored the question and have no interest in the bid. Who can't go on is among them.</param>
/// <param name="Needed">How many must: worked out from all of them, but never more than are there or have confirmed already.</param>
/// <param name="Confirmed">How many did. Who came in somebody's place counts only in it.</param>
/// <param name="Here">How many are there now, with who came in somebody's place.</param>
public sealed record Quorum(string Group, int Of, int Needed, int Confirmed, int Here)
{
    /// <summary>Whether that is enough.</summary>
    public bool IsMet => Confirmed >= Needed;

    /// <summary>Whether nobody is left who could confirm what isn't confirmed yet, so that somebody has to come in their place.</summary>
    [JsonIgnore]
    public bool HasNobody => Here == 0 && !IsMet;

    /// <summary>
    /// Works it out. Somebody away lowers what is needed only as far as nobody else is there to ask, and a group of which nobody is
    /// there keeps it all. Whoever came in somebody's place fills one that is empty: as soon as who is away comes back, what is
    /// confirmed is what those who scored have confirmed, as though nobody else had ever come.
    /// </summary>
    /// <param name="group">The group.</param>
    /// <param name="least">How many must, where it was set before the opening; null for half of them, and one at least.</param>
    /// <param name="scored">Those who scored, 1 or more.</param>
    /// <param name="late">Those who came in somebody's place.</param>
    internal static Quorum For(string group, int? least, IReadOnlyCollection<Voice> scored, IReadOnlyCollection<Voice> late)
    {
        var places = scored.Count(voice => voice is { IsHere: false, HasConfirmed: false });
        var confirmed = scored.Count(voice => voice.HasConfirmed) + Math.Min(places, late.Count(voice => voice.HasConfirmed));
        var could = scored.Count - places + Math.Min(places, late.Count(voice => voice.IsHere || voice.HasConfirmed));
        var here = scored.Count(voice => voice.IsHere) + Math.Min(scored.Count(voice => !voice.IsHere), late.Count(voice => voice.IsHere));
        var bar = Math.Min(scored.Count, least ?? (scored.Count + 1) / 2);
        return new Quorum(group, scored.Count, here == 0 ? bar : Math.Min(bar, could), confirmed, here);
    }
}

/// <summary>One who has a say in an answer.</summary>
/// <param name="IsHere">Whether they take part now.</param>
/// <param name="HasConfirmed">Whether they confirmed what stands.</param>
internal readonly record struct Voice(bool IsHere, bool HasConfirmed);

/// <summary>A group of which nobody is left to confirm answers that aren't confirmed yet.</summary>
/// <param name="Group">The group.</param>
/// <param name="Answers">How many answers, 1 or more, of those that the reader may see.</param>
/// <param name="HasPlace">Whether somebody may be appointed to it now; where not, the moderator first notes who can't go on.</param>
/// <param name="IsAwaited">Whether somebody was appointed who has yet to declare their interests.</param>
public sealed record EmptyGroup(string Group, int Answers, bool HasPlace, bool IsAwaited);
