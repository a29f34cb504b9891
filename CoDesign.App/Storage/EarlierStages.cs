using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CoDesign.Domain.Workshops;

namespace CoDesign.App.Storage;

/// <summary>
/// Boards were once set up with a list of stages and, beside it, a list of minutes in which 0 left a stage open. Histories,
/// snapshots and cards in files still say it like that; they are read as stages with their minutes, and never written so again.
/// </summary>
internal static class EarlierStages
{
    /// <summary>Takes the minutes that lie beside the stages to the stages.</summary>
    public static void ReadMinutesBeside(JsonTypeInfo info)
    {
        if (info.Type != typeof(BoardSetup)) return;
        var stages = info.Properties.Single(property => property.PropertyType == typeof(ImmutableArray<StagePlan>));
        var minutes = info.CreateJsonPropertyInfo(typeof(ImmutableArray<int>), "minutes");
        minutes.Set = (setup, read) => stages.Set!(setup, With(((BoardSetup)setup).Stages, (ImmutableArray<int>)read!));
        info.Properties.Add(minutes);
    }

    private static ImmutableArray<StagePlan> With(ImmutableArray<StagePlan> stages, ImmutableArray<int> minutes) =>
        [.. stages.Select((plan, place) => minutes.ElementAtOrDefault(place) is > 0 and var meant ? plan with { Minutes = meant } : plan)];
}

/// <summary>Writes a stage with its minutes; reads a stage's name alone too, see <see cref="EarlierStages"/>.</summary>
internal sealed class StagePlanJson : JsonConverter<StagePlan>
{
    public override StagePlan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new StagePlan(JsonSerializer.Deserialize<Stage>(ref reader, options), null);
        var read = JsonSerializer.Deserialize<Row>(ref reader, options);
        return new StagePlan(read.Stage, read.Minutes);
    }

    public override void Write(Utf8JsonWriter writer, StagePlan value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Row(value.Stage, value.Minutes), options);

    private readonly record struct Row(Stage Stage, int? Minutes);
}
