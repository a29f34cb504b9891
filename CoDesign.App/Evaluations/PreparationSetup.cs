using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.App.Evaluations;

/// <summary>Puts together what readies and helps those who score: notebooks.</summary>
public static class PreparationSetup
{
    /// <summary>Adds notebooks.</summary>
    public static WebApplicationBuilder AddPreparation(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddStream(StreamKind.Of<NotebookDecider, Notebook, INotebookCommand>("notebook", "notebooks"));
        services.AddSingleton(new ViewOf("notebook", (reading, id, viewer) => NotebookReading.View(reading, new NotebookId(id), viewer)));
        services.AddSingleton(Reaction.To<InterestsDeclared>((_, recorded, _) => [Opening(new PanelId(recorded.Stream.Value), recorded.Actor)]));
        return builder;
    }

    private static Carried Opening(PanelId panel, ParticipantId owner) => new(NotebookId.Of(panel, owner).Stream, new OpenNotebook(panel, owner));
}

/// <summary>Reads notebooks for their owners.</summary>
public static class NotebookReading
{
    /// <summary>What somebody may see of a notebook.</summary>
    public static NotebookView? View(Reading reading, NotebookId id, ParticipantId viewer)
    {
        if (reading.Find<Notebook>(id.Stream) is not { } notebook || reading.Find<Panel>(notebook.Panel.Stream) is not { } panel) return null;
        return NotebookView.For(notebook, panel, reading.Find<Project>(panel.Project.Stream), viewer);
    }

    /// <summary>What somebody noted about one answer, and what they began to write about it and haven't saved.</summary>
    public static (IReadOnlyList<NoteOnAnswer> Notes, Unfinished? Unfinished) On(Reading reading, PanelId panel, ParticipantId viewer, ScoringTask task) =>
        View(reading, NotebookId.Of(panel, viewer), viewer) is { } book
            ? (book.Notes.FindAll(note => note.Bid == task.Bid && note.Question == task.Question), book.Unfinished.Find(one => one.Bid == task.Bid && one.Question == task.Question))
            : ([], null);
}
