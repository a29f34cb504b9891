using CoDesign.App.Live;
using CoDesign.App.Specifications;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Projects;

/// <summary>Puts projects together: their stream, view, read models and what follows from their events.</summary>
public static class ProjectSetup
{
    /// <summary>Adds projects.</summary>
    public static WebApplicationBuilder AddProjects(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddStream(StreamKind.Of<ProjectDecider, Project, IProjectCommand>("project", "projects"));
        services.AddSingleton(new ViewOf("project", (reading, id, viewer) => ProjectView.For(reading.Find<Project>(new ProjectId(id).Stream), viewer)));
        services.AddSingleton<IReadModel, ProjectTables>();
        services.AddSingleton<ProjectLists>();
        services.AddSingleton<Visits>();
        services.AddSingleton<PlainGauges>();
        services.AddScoped<Names>();
        services.AddSingleton(Reaction.To<ClauseAdded>((added, recorded, _) => [new Carried(added.Clause.Text, new CreateText(recorded.Stream))]));
        services.AddSingleton(Reaction.To<WordsTied>((tied, recorded, reading) => reading.Find<TextDocument>(recorded.Stream) is { } text
            ? [new Carried(text.Owner, new RecordTie(new ThreadLink(tied.From, new ThreadRef(ThreadKind.Clause, recorded.Stream.Value))))] : []));
        services.AddSingleton(Reaction.To<LinkRemoved>((gone, _, _) => gone.Link.To is { Kind: ThreadKind.Clause } to
            ? [new Carried(new ClauseId(to.Id).Text, new UntieWords(gone.Link.From))] : []));
        services.AddClauseParts();
        return builder;
    }
}

/// <summary>Keeps the tables of codes and memberships.</summary>
public sealed class ProjectTables : IReadModel
{
    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        var project = happened.Stream.Value.ToString("n");
        switch (happened.Event)
        {
            case JoiningOpened opened:
                CloseCode(db, project);
                // Pages take codes that are free; whoever insists on somebody else's opens nothing with it.
                if (db.JoinCodes.Find(opened.Code) is null) db.JoinCodes.Add(new JoinCodeRow { Code = opened.Code, ProjectId = project });
                break;
            case JoiningClosed:
                CloseCode(db, project);
                break;
            case ParticipantJoined joined when db.Memberships.Find(joined.Participant.Text(), project) is null:
                db.Memberships.Add(new MembershipRow { ParticipantId = joined.Participant.Text(), ProjectId = project });
                break;
            case ParticipantRemoved removed when db.Memberships.Find(removed.Participant.Text(), project) is { } membership:
                db.Memberships.Remove(membership);
                break;
        }
    }

    private static void CloseCode(CoDesignDb db, string project)
    {
        db.JoinCodes.Where(code => code.ProjectId == project).Load();
        db.JoinCodes.RemoveRange(db.JoinCodes.Local.Where(code => code.ProjectId == project).ToArray());
    }
}

/// <summary>Finds projects across streams.</summary>
public sealed class ProjectLists(IDbContextFactory<CoDesignDb> databases)
{
    /// <summary>The project that a code opens; null for a code that opens nothing.</summary>
    public ProjectId? WithCode(string code)
    {
        using var db = databases.CreateDbContext();
        var row = db.JoinCodes.AsNoTracking().FirstOrDefault(c => c.Code == code);
        return row is not null && Id.TryParse<ProjectId>(row.ProjectId, out var id) ? id : null;
    }

    /// <summary>The projects that somebody is in.</summary>
    public IReadOnlyList<ProjectId> Of(ParticipantId person)
    {
        using var db = databases.CreateDbContext();
        var name = person.Text();
        return [.. db.Memberships.AsNoTracking().Where(m => m.ParticipantId == name).Select(m => m.ProjectId).AsEnumerable()
            .Select(text => Id.TryParse<ProjectId>(text, out var id) ? id : default)];
    }

    /// <summary>A six-digit code that opens nothing yet.</summary>
    public string FreeCode()
    {
        while (true)
        {
            var code = System.Security.Cryptography.RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
            if (WithCode(code) is null) return code;
        }
    }
}
