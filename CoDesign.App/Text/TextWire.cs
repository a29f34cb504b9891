using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoDesign.App.Thread;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;
using MessagePack;

namespace CoDesign.App.Text;

/// <summary>A step as it comes over the wire.</summary>
/// <param name="ClientId">The editor it was made in.</param>
/// <param name="OperationId">Names the step within that editor.</param>
/// <param name="Changes">The change, in CodeMirror's form; null where it can't be read.</param>
[MessagePackObject]
public sealed record MadeUpdate(
    [property: Key("clientId")] string? ClientId,
    [property: Key("operationId")] string? OperationId,
    [property: Key("changes"), JsonConverter(typeof(MadeChangesJson))] ChangeSet? Changes);

/// <summary>A step as it goes over the wire to those who have the text open.</summary>
/// <param name="ClientId">The editor it was made in.</param>
/// <param name="OperationId">Names the step within that editor.</param>
/// <param name="Participant">Who made it.</param>
/// <param name="Changes">The change, in CodeMirror's form, made for the text right before it.</param>
[MessagePackObject]
public sealed record SentUpdate(
    [property: Key("clientId")] string ClientId,
    [property: Key("operationId")] string OperationId,
    [property: Key("participant")] string Participant,
    [property: Key("changes")] ChangeSet Changes);

/// <summary>The answer to <see cref="TextHub.Open"/>.</summary>
/// <param name="Version">How many steps made the text.</param>
/// <param name="Text">The words.</param>
/// <param name="MayWrite">Whether the caller may write in it now.</param>
/// <param name="Participant">Who the caller is.</param>
[MessagePackObject]
public sealed record OpenedText(
    [property: Key("version")] long Version,
    [property: Key("text")] string Text,
    [property: Key("mayWrite")] bool MayWrite,
    [property: Key("participant")] string Participant);

/// <summary>The answer to <see cref="TextHub.Push"/>: the version after the commit.</summary>
[MessagePackObject]
public sealed record PushedText([property: Key("version")] long Version);

/// <summary>The answer to <see cref="TextHub.Pull"/>: the steps from a version on.</summary>
[MessagePackObject]
public sealed record PulledText(
    [property: Key("version")] long Version,
    [property: Key("updates")] IReadOnlyList<SentUpdate> Updates);

/// <summary>Where open comments and suggestions stand in a version of the text, and the words that are tied to the thread.</summary>
[MessagePackObject]
public sealed record RemarkedText(
    [property: Key("version")] long Version,
    [property: Key("remarks")] IReadOnlyList<SentRemark> Remarks,
    [property: Key("ties")] IReadOnlyList<SentTie> Ties);

/// <summary>Where words stand that are tied to something on the thread: from one place up to another, in UTF-16 units.</summary>
/// <param name="Id">What they come from: <c>insight-</c> and 32 hexadecimal digits.</param>
/// <param name="From">Where the first of them begins.</param>
/// <param name="To">Where the last of them ends.</param>
[MessagePackObject]
public sealed record SentTie(
    [property: Key("id")] string Id,
    [property: Key("from")] int From,
    [property: Key("to")] int To)
{
    /// <summary>Those of many that still have words.</summary>
    public static IReadOnlyList<SentTie> Of(ImmutableList<WordTie> ties, ImmutableArray<Anchor> places) =>
        [.. ties.Zip(places).Where(one => !one.Second.IsLost).Select(one => new SentTie(ThreadReading.Name(one.First.From), one.Second.From, one.Second.To))];
}

/// <summary>Where an open comment or suggestion stands: from one place up to another, in UTF-16 units.</summary>
[MessagePackObject]
public sealed record SentRemark(
    [property: Key("id")] string Id,
    [property: Key("suggests")] bool Suggests,
    [property: Key("from")] int From,
    [property: Key("to")] int To)
{
    /// <summary>Those of many that are open and still have words.</summary>
    public static IReadOnlyList<SentRemark> Of(ImmutableList<Remark> remarks, ImmutableArray<Anchor> places) =>
    [
        .. remarks.Zip(places).Where(one => one.First.Closed is null && one.Second is { IsWhole: false, IsLost: false })
            .Select(one => new SentRemark(one.First.Id.Text(), one.First.IsSuggestion, one.Second.From, one.Second.To)),
    ];
}

/// <summary>Somebody's cursor, and what they are called.</summary>
[MessagePackObject]
public sealed record SentPoint(
    [property: Key("participant")] string Participant,
    [property: Key("name")] string Name,
    [property: Key("selection")] JsonElement Selection);

/// <summary>Reads a change that somebody made; what can't be read is null, so that it is refused in words.</summary>
public sealed class MadeChangesJson : JsonConverter<ChangeSet>
{
    private static readonly ChangeSetJson Form = new();

    /// <inheritdoc />
    public override ChangeSet? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var made = reader;
        reader.Skip();
        try
        {
            return Form.Read(ref made, typeToConvert, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ChangeSet value, JsonSerializerOptions options) => Form.Write(writer, value, options);
}
