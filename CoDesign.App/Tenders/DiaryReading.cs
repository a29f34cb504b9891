using System.Collections.Immutable;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Tenders;

/// <summary>What somebody sees of the diary.</summary>
/// <param name="Dates">What happens, in order.</param>
/// <param name="Clashes">Where tenders get in each other's way; for those who plan some.</param>
/// <param name="Plans">Whether the reader runs or oversees a project, and so sees drafts and clashes.</param>
public sealed record SeenDiary(IReadOnlyList<DiaryDate> Dates, IReadOnlyList<DiaryClash> Clashes, bool Plans);

/// <summary>Reads the diary for a viewer: what is published for anybody, and for who runs or oversees projects their drafts, too.</summary>
public sealed class DiaryReading(PublicDiary diary, ProjectLists lists, LiveStreams live)
{
    /// <summary>What happens from one day on and before another.</summary>
    public SeenDiary View(ParticipantId viewer, DateOnly from, DateOnly before)
    {
        var reading = new Reading(live);
        var mine = lists.Of(viewer).Select(id => reading.Find<Project>(id.Stream)).OfType<Project>().Where(project => project.IsOfficer(viewer) || project.Holds(viewer, Role.Member)).ToArray();
        var drafts = mine.Select(project => project.Tender is { } id ? TenderReading.View(reading, new TenderId(id), viewer) : null).OfType<TenderView>()
            .Where(tender => tender is { Publication: null, Timetable: not null }).ToArray();
        DiaryDate[] dates =
        [
            .. diary.Dates(from, before),
            .. drafts.SelectMany(tender => tender.Timetable!.Milestones.Select(milestone =>
                new DiaryDate(tender.Id, tender.Title, $"/projects/{tender.Project}/tender/timetable", milestone.Kind, milestone.Day, milestone.At, IsDraft: true))).Where(date => date.Day >= from && date.Day < before),
        ];
        return new SeenDiary([.. dates.OrderBy(date => date.Day).ThenBy(date => date.Title, StringComparer.Ordinal)], mine.Length == 0 ? [] : Clashes(drafts, from, before), mine.Length > 0);
    }

    private ImmutableArray<DiaryClash> Clashes(TenderView[] drafts, DateOnly from, DateOnly before) => Diary.Clashes(
    [
        .. diary.Tenders(from, before),
        .. drafts.Select(tender => new DiaryTender(tender.Id, tender.Title, tender.Kind, tender.Timetable![MilestoneKind.Publication]!.Day, tender.Timetable[MilestoneKind.Deadline]!.Day))
            .Where(tender => tender.Opens < before && tender.Closes >= from),
    ]);
}
