using System.Globalization;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Projects;

/// <summary>How a measure knows.</summary>
public enum MeasureKind
{
    /// <summary>A figure with a target.</summary>
    Quantitative,

    /// <summary>A question that people are asked.</summary>
    Qualitative,
}

/// <summary>What a measure looks at: a figure or a question, the fields of the other kind empty.</summary>
/// <param name="Kind">Figure or question.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Baseline">How it is today; null where nobody knows.</param>
/// <param name="Target">How it should be.</param>
/// <param name="ByWhen">By when; null where not agreed.</param>
/// <param name="HowOften">How often we look.</param>
/// <param name="Question">What is asked.</param>
/// <param name="WhoIsAsked">Who is asked.</param>
/// <param name="How">How they are asked.</param>
public sealed record Gauge(
    MeasureKind Kind, [property: Erasable] string Unit, decimal? Baseline, decimal? Target, DateOnly? ByWhen, [property: Erasable] string HowOften,
    [property: Erasable] string Question, [property: Erasable] string WhoIsAsked, [property: Erasable] string How)
{
    /// <summary>The measure in one sentence.</summary>
    public string Sentence
    {
        get
        {
            var parts = Kind == MeasureKind.Quantitative
                ? new[]
                {
                    $"{Unit}: {Number(Target)}",
                    Baseline is null ? "" : $"today {Number(Baseline)}",
                    ByWhen is { } day ? $"by {day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}" : "",
                    HowOften,
                }
                : [$"We ask {WhoIsAsked}: “{Question}”", How, HowOften];
            return string.Join(", ", parts.Where(part => part.Length > 0));
        }
    }

    private static string Number(decimal? number) => (number ?? 0).ToString("#,0.####", CultureInfo.GetCultureInfo("en-GB"));
}
