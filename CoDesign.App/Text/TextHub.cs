using System.Text.Json;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;
using Microsoft.AspNetCore.SignalR;

namespace CoDesign.App.Text;

/// <summary>
/// The door to shared texts; any client may speak it. What isn't permitted looks like what isn't there.
/// A refusal is an error whose message is its code, a colon and its sentence.
/// </summary>
public sealed class TextHub(LiveStreams live, Clock clock, TextRooms rooms) : Hub
{
    /// <summary>Longest selection, as JSON text.</summary>
    private const int LongestSelection = 2_000;

    /// <summary>Reads a text and joins those who have it open.</summary>
    public OpenedText Open(string documentId)
    {
        var id = Find(documentId, out var view);
        rooms.Join(id, Context.ConnectionId, Caller);
        Context.Items[id] = true;
        // Read again after joining, so that no step falls in between.
        view = Texts.View(new Reading(live), id, Caller, clock.Now()) ?? view;
        return new OpenedText(view.Version, view.Text, view.MayWrite, Caller.Text());
    }

    /// <summary>Adds steps made against a version.</summary>
    public async Task<PushedText> Push(string documentId, long version, MadeUpdate?[]? updates)
    {
        var id = Find(documentId, out var view);
        if (updates is null || updates.Length == 0) return new PushedText(view.Version);
        var command = new PushUpdates(version, [.. updates.Select(Read)]) { Older = rooms.OlderThanMemory(id, version) };
        var operation = OperationId.New();
        var answer = await live.ExecuteAsync(id, command, Caller, operation);
        if (answer.Refusal is { } refusal) throw Refused(refusal);
        return new PushedText(((TextDocument)live.Get(id).State).VersionAt(answer.Version));
    }

    /// <summary>The steps from a version on.</summary>
    public PulledText Pull(string documentId, long version)
    {
        var id = Find(documentId, out var view);
        if (version < 0 || version > view.Version)
            throw Refused(new Refusal("text.version-unknown", "This text has no such version yet.", "version"));
        return new PulledText(version, [.. rooms.Since(id, version).Select(TextRooms.Sent)]);
    }

    /// <summary>Where open comments, suggestions and words tied to the thread stand.</summary>
    public RemarkedText Remarks(string documentId)
    {
        Find(documentId, out var view);
        return new RemarkedText(view.Version, SentRemark.Of(view.Remarks, view.Places), SentTie.Of(view.Ties, view.TiePlaces));
    }

    /// <summary>Says where one's cursor is; not stored.</summary>
    public void Point(string documentId, JsonElement selection)
    {
        var id = Find(documentId, out _);
        if (selection.GetRawText().Length <= LongestSelection) rooms.Point(id, Caller, selection);
    }

    /// <inheritdoc />
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        foreach (var id in Context.Items.Keys.OfType<StreamId>()) rooms.Leave(id, Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private ParticipantId Caller => Context.User.Participant();

    private StreamId Find(string documentId, out TextView view)
    {
        var id = Guid.TryParseExact(documentId, "n", out var value) ? new StreamId("text", value) : default;
        view = (id == default ? null : Texts.View(new Reading(live), id, Caller, clock.Now())) ?? throw Refused(Refusal.NotFound);
        return id;
    }

    private static TextUpdate Read(MadeUpdate? made) => made?.Changes is { } changes
        ? new TextUpdate(made.ClientId ?? "", made.OperationId ?? "", changes)
        : throw Refused(TextDecider.Unreadable);

    /// <summary>A refusal as the hub says it.</summary>
    internal static HubException Refused(Refusal refusal) => new($"{refusal.Code}: {refusal.Message}");
}
