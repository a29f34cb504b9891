using CoDesign.App.Text;
using CoDesign.Domain.Text;

namespace CoDesign.Storms;

/// <summary>
/// A text as one editor has it: the words, the version up to which it knows everybody's steps, and its own steps that nobody has
/// told it are in yet. Maps its own over others' exactly as the browsers' editor does.
/// </summary>
internal sealed class EditorCopy(string client)
{
    private static readonly string[] _inserts = ["a", "é", "😀", "meals ", "\n", " nobody eats alone", "# ", "|"];
    private readonly List<TextUpdate> _own = [];
    private int _made;

    /// <summary>How many steps of everybody it has taken in.</summary>
    public long Version { get; private set; }

    /// <summary>The words, its own new ones among them.</summary>
    public string Text { get; private set; } = "";

    /// <summary>How many steps it made.</summary>
    public int Made => _made;

    /// <summary>Its own steps that aren't known to be in, oldest first.</summary>
    public IReadOnlyList<TextUpdate> Own => _own;

    /// <summary>Types something, or takes something out, anywhere.</summary>
    public void Edit(Random random)
    {
        var from = Whole(random.Next(Text.Length + 1));
        var to = random.Next(4) == 0 ? Whole(Math.Min(Text.Length, from + random.Next(12))) : from;
        var insert = to > from ? "" : _inserts[random.Next(_inserts.Length)];
        Stretch[] stretches = [new(from, null), new(to - from, insert), new(Text.Length - to, null)];
        var changes = new ChangeSet(stretches.Where(stretch => stretch.Length > 0 || stretch.Insert?.Length > 0));
        _own.Add(new TextUpdate(client, $"{client}-{_made++}", changes));
        Text = changes.Apply(Text);
    }

    /// <summary>Takes in steps from a version on, those it has already skipped. Says no where some in between are missing.</summary>
    public bool TryReceive(long from, IReadOnlyList<SentUpdate> updates)
    {
        if (from > Version) return false;
        foreach (var update in updates.Skip((int)(Version - from))) Receive(update);
        return true;
    }

    private void Receive(SentUpdate update)
    {
        Version++;
        if (_own.Count > 0 && update.ClientId == client && update.OperationId == _own[0].OperationId)
        {
            _own.RemoveAt(0);
            return;
        }

        var theirs = update.Changes;
        for (var i = 0; i < _own.Count; i++)
        {
            var mine = _own[i].Changes;
            _own[i] = _own[i] with { Changes = mine.Map(theirs) };
            theirs = theirs.Map(mine, before: true);
        }

        Text = theirs.Apply(Text);
    }

    /// <summary>Not in the middle of a character that takes two units.</summary>
    private int Whole(int at) => at > 0 && at < Text.Length && char.IsLowSurrogate(Text[at]) ? at - 1 : at;
}
