using CoDesign.App.Live;
using CoDesign.App.Shell;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;

namespace CoDesign.App.Workshops;

/// <summary>Puts workshops together: boards, their view, and what follows from one stream to another.</summary>
public static class WorkshopSetup
{
    /// <summary>Adds workshops.</summary>
    public static WebApplicationBuilder AddWorkshops(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddStream(StreamKind.Of<BoardDecider, Board, IBoardCommand>("board", "boards"));
        services.AddSingleton(new ViewOf("board", (reading, id, viewer) => BoardReading.View(reading, new ActivityId(id), viewer)));
        services.AddSingleton(Reaction.To<ActivityPlanned>((planned, recorded, _) =>
            [new Carried(planned.Activity.Board, new CreateBoard(planned.Activity, new ProjectId(recorded.Stream.Value), planned.Board))]));
        services.AddSingleton(Reaction.To<StageEntered>((entered, recorded, reading) =>
            [ToProject(recorded, reading, activity => new MoveActivity(activity, entered.Stage == Stage.Closed ? ActivityState.Finished : ActivityState.Open))]));
        services.AddSingleton(Reaction.To<NoteKept>((kept, recorded, reading) =>
            [ToProject(recorded, reading, activity => new TakeNote(new NoteOrigin(activity, kept.Note, kept.Author), kept.As, kept.Thing, kept.Text, kept.Source))]));
        services.AddSingleton<Pictures>();
        services.AddSingleton<Deck>();
        services.AddSingleton<DragShadows>();
        return builder;
    }

    /// <summary>Maps the photos of boards, and cards as files.</summary>
    public static void MapWorkshops(this WebApplication routes)
    {
        routes.UseRoomForFiles(http => http.Request.Path.StartsWithSegments("/projects") && http.User.Participant() != ParticipantId.Public, Pictures.Largest, inMemory: false);
        routes.MapGet("/boards/{activity}/pictures/{picture}", (string activity, string picture, HttpContext http, Pictures pictures) => pictures.Give(http, activity, picture))
            .ExcludeFromDescription();
        routes.MapGet("/projects/{project}/deck/{key}.json", (string project, string key, HttpContext http) => CardFile.Give(http, project, key))
            .ExcludeFromDescription();
    }

    private static Carried ToProject(Recorded recorded, Reading reading, Func<ActivityId, IProjectCommand> command)
    {
        var board = reading.Find<Board>(recorded.Stream) ?? throw new InvalidOperationException("A board on which something happened is gone.");
        return new Carried(board.Project.Stream, command(board.Activity));
    }
}

/// <summary>Reads boards for a viewer.</summary>
public static class BoardReading
{
    /// <summary>What somebody may see of a board.</summary>
    public static BoardView? View(Reading reading, ActivityId id, ParticipantId viewer) =>
        reading.Find<Board>(id.Board) is { } board ? BoardView.For(board, reading.Find<Project>(board.Project.Stream), viewer) : null;
}
