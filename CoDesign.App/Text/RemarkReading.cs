using System.Collections.Immutable;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Shell;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Text;

namespace CoDesign.App.Text;

/// <summary>The remarks on one clause as somebody sees them.</summary>
/// <param name="Project">The project, for what people are called.</param>
/// <param name="Remarks">Comments and suggestions, oldest first.</param>
/// <param name="Lost">Those whose words were deleted since.</param>
public sealed record RemarksSeen(ProjectView Project, ImmutableList<Remark> Remarks, ImmutableHashSet<RemarkId> Lost)
{
    /// <summary>What somebody sees now; <paramref name="last"/> itself where it still reads the same, so that typing in the text draws nothing anew.</summary>
    public static RemarksSeen? Read(Reading reading, ProjectId id, StreamId document, ParticipantId viewer, DateTimeOffset now, RemarksSeen? last)
    {
        if (ProjectReading.View(reading, id, viewer) is not { } project || Texts.View(reading, document, viewer, now) is not { } text) return null;
        var lost = text.Remarks.Zip(text.Places).Where(one => one.Second.IsLost).Select(one => one.First.Id).ToImmutableHashSet();
        var same = last is not null && last.Remarks == text.Remarks && last.Project.People == project.People && last.Project.Unnamed == project.Unnamed && last.Lost.SetEquals(lost);
        return same ? last : new RemarksSeen(project, text.Remarks, lost);
    }
}

/// <summary>Words about remarks.</summary>
public static class RemarkWords
{
    /// <summary>What it is, and whether it is settled.</summary>
    public static string State(Remark remark) => remark.Closed?.How switch
    {
        Settlement.Resolved => "Resolved",
        Settlement.Accepted => "Accepted",
        Settlement.Declined => "Declined",
        _ => remark.IsSuggestion ? "Suggestion" : "Comment",
    };

    /// <summary>The look of that.</summary>
    public static string? Look(Remark remark) => remark.Closed?.How switch
    {
        Settlement.Resolved or Settlement.Accepted => "good",
        Settlement.Declined => "warning",
        _ => null,
    };

    /// <summary>What it is about, in a few words.</summary>
    public static string About(Remark remark) => remark.Quote.Length == 0 ? "the whole clause" : $"“{Words.Short(remark.Quote, 60)}”";
}

/// <summary>
/// Whom somebody may ask in particular. Who doesn't see names chooses among those who run the project and those who said
/// something here, who are known by what they said.
/// </summary>
public sealed class Mentions(Names names, CurrentPerson me)
{
    /// <summary>The choices beside one text.</summary>
    public IReadOnlyList<Choice> For(ProjectView project, ImmutableList<Remark> remarks)
    {
        var others = project.People.Keys.Where(person => person != me.Id);
        if (project.MayManage)
            return [.. others.Select(person => new Choice(person.Text(), names.Called(project, person))).OrderBy(choice => choice.Label, StringComparer.CurrentCulture)];
        var officers = others.Where(person => project.People[person].Any(role => role is Role.Commissioner or Role.Facilitator))
            .Select(person => new Choice(person.Text(), names.Called(project, person))).DistinctBy(choice => choice.Label).OrderBy(choice => choice.Label, StringComparer.CurrentCulture);
        var spoke = remarks.Where(remark => remark.By != me.Id && project.People.ContainsKey(remark.By) && remark.Text.Length > 0).DistinctBy(remark => remark.By)
            .Select(remark => new Choice(remark.By.Text(), $"{names.Called(project, remark.By)}, who said “{Words.Short(remark.Text, 40)}”"));
        return [.. officers.Concat(spoke).DistinctBy(choice => choice.Value)];
    }
}
