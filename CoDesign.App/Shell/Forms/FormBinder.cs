using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Shell;

/// <summary>
/// Reads a form into a command by the names of its fields, through the same JSON as the API.
/// Lists are fields of the same name or, of records, <c>levels[0].label</c>; a table is <c>weights[key]</c>.
/// </summary>
public static class FormBinder
{
    /// <summary>How numbers and dates are written here.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The command, or what could not be read of it.</summary>
    public static (ICommand? Command, ImmutableArray<Refusal> Refusals) Bind(Type command, IFormCollection form)
    {
        var reading = new FormReading(form);
        var json = reading.Record(command, "");
        if (reading.Refusals.Count > 0) return (null, [.. reading.Refusals]);
        try
        {
            return ((ICommand?)json.Deserialize(command, DomainJson.Options), []);
        }
        catch (JsonException unread)
        {
            var field = unread.Path?.TrimStart('$', '.');
            return (null, [FormRefusals.NotUnderstood(string.IsNullOrEmpty(field) ? null : field)]);
        }
    }
}

/// <summary>What a form says when something in it can't be read.</summary>
public static class FormRefusals
{
    public static Refusal NotUnderstood(string? field) => new("form.not-understood", "We couldn't read this. Check it and send it again.", field);
    public static Refusal Number(string field) => new("form.number", "Enter a number, for example 12 or 12,500.50.", field);
    public static Refusal WholeNumber(string field) => new("form.whole-number", "Enter a whole number, for example 12.", field);
    public static Refusal Choose(string field) => new("form.choose", "Choose one.", field);
    public static Refusal Date(string field) => new("form.date", "Enter a date, for example 2026-11-23.", field);
    public static Refusal Moment(string field) => new("form.moment", "Enter a date and a time, for example 2026-11-23 17:00.", field);
}
