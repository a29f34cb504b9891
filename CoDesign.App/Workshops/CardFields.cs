using System.Collections.Immutable;
using CoDesign.App.Shell;
using CoDesign.Domain.Workshops;
using Microsoft.Extensions.Primitives;

namespace CoDesign.App.Workshops;

/// <summary>The fields of the form that writes a card, on their way to the command's own.</summary>
public static class CardFields
{
    private static readonly ImmutableArray<string> _lists = ["card.materials", "card.steps", "card.tips", "card.board.columns"];
    private static readonly ImmutableArray<string> _spans = ["card.minutes", "card.people"];

    /// <summary>The stages that a method's board can have, in their usual order.</summary>
    public static ImmutableArray<Stage> Stages { get; } = [.. Enum.GetValues<Stage>().Where(stage => stage != Stage.Closed)];

    /// <summary>The field for the minutes of a stage; left empty, the board goes without it.</summary>
    public static string MinutesOf(Stage stage) => $"stage.{Choice.ValueOf(stage)}";

    /// <summary>
    /// The form with a line of a list in a value of its own, since lines may hold commas; with stages and their minutes beside each other;
    /// and without a time or size of which nothing is written.
    /// </summary>
    public static IFormCollection Read(IFormCollection form)
    {
        var fields = form.ToDictionary(field => field.Key, field => _lists.Contains(field.Key) ? Lines(field.Value) : field.Value, StringComparer.OrdinalIgnoreCase);
        var stages = Stages.Where(stage => !string.IsNullOrWhiteSpace(form[MinutesOf(stage)])).ToArray();
        fields["card.board.stages"] = stages.Select(Choice.ValueOf).ToArray();
        fields["card.board.minutes"] = stages.Select(stage => form[MinutesOf(stage)].ToString()).ToArray();
        foreach (var span in _spans.Where(span => string.IsNullOrWhiteSpace(form[$"{span}.from"] + form[$"{span}.to"])))
        {
            fields.Remove($"{span}.from");
            fields.Remove($"{span}.to");
        }

        return new FormCollection(fields);
    }

    /// <summary>The last, empty value keeps a single line from being read as words with commas between them.</summary>
    private static StringValues Lines(StringValues typed) =>
        new([.. typed.SelectMany(text => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), ""]);
}
