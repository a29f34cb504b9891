using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Projects;

/// <summary>What others did in a project since somebody was there, and no more than that somebody may see.</summary>
/// <param name="Since">When they were there.</param>
/// <param name="Acts">What happened since, newest first.</param>
/// <param name="AreAll">Whether that is all; a view keeps only the latest acts.</param>
public sealed record News(DateTimeOffset Since, ImmutableArray<Act> Acts, bool AreAll)
{
    /// <summary>What is new to a reader, made from their own view alone: their own acts are no news to them.</summary>
    public static News Of(ProjectView project, ParticipantId reader, DateTimeOffset since)
    {
        var offered = project.Confidential.Select(idea => new Act("offered an idea in confidence", new ThreadRef(ThreadKind.Idea, idea.Id.Value), idea.By, idea.At));
        var acts = project.Feed.Concat(offered).Where(act => act.At > since && act.By != reader).OrderByDescending(act => act.At);
        return new News(since, [.. acts], project.Feed.Count < Project.FeedLength || project.Feed[^1].At <= since);
    }
}
