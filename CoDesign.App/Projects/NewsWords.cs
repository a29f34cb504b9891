using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.App.Projects;

/// <summary>Alike news in one line.</summary>
/// <param name="Says">Who did what, and how often.</param>
/// <param name="On">The one thing that it is about; null where there are several, or none.</param>
/// <param name="At">When it happened last.</param>
public sealed record NewsLine(string Says, ThreadRef? On, DateTimeOffset At);

/// <summary>What changed, in plain words.</summary>
public static class NewsWords
{
    /// <summary>How much changed.</summary>
    public static string Count(News news) => $"{Words.Count(news.Acts.Length, "change")}{(news.AreAll ? "" : " or more")}";

    /// <summary>The news with those together that read alike, newest first.</summary>
    public static IEnumerable<NewsLine> Lines(News news, Func<Act, string> name) => news.Acts.GroupBy(act => $"{name(act)} {act.What}").Select(alike =>
        alike.Count() is > 1 and var times
            ? new NewsLine($"{alike.Key}, {times} times", null, alike.First().At)
            : new NewsLine(alike.Key, alike.First().On is { } thing && Fate.IsTold(thing.Kind) ? thing : null, alike.First().At));
}
