using CoDesign.App.Api;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Shell;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.App.Identity;

/// <summary>What somebody is asked when they join by a code.</summary>
/// <param name="Code">Six digits; spaces and hyphens between them don't matter.</param>
/// <param name="Name">What they want to be called; may be empty.</param>
/// <param name="Source">What brings them here, where they said so.</param>
/// <param name="Wording">The number of the words that they agreed to; left out, those of now: a program asks before it joins.</param>
public sealed record JoinRequest(string? Code, string? Name, SourceKind? Source = null, int? Wording = null);

/// <summary>What the API answers to who joined.</summary>
public sealed record Joined(string ParticipantId, string ProjectId);

/// <summary>Joining a project by its code, with no account.</summary>
public sealed class Joining(ProjectLists projects, LiveStreams live, People people, WrongCodes wrong)
{
    private const string DeviceCookie = "device";

    private static Refusal Unknown { get; } = new("join.code-unknown", "That code doesn't open anything. Check the six digits, or ask whoever runs the workshop.", "code");
    internal static Refusal TooMany { get; } = new("join.too-many", "There were too many wrong codes just now. Wait a few minutes, then check the code and try again.", "code");
    private static Refusal NameTooLong { get; } = new("join.name-long", $"Use a name of at most {People.LongestName} characters.", "name");

    /// <summary>The code without what people type between its digits.</summary>
    public static string Tidy(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit));

    /// <summary>The project that a code opens, or why it isn't told.</summary>
    public (ProjectId? Project, Refusal? Refusal) Find(HttpContext http, string? code)
    {
        var device = DeviceOf(http);
        if (!wrong.MayTry(device)) return (null, TooMany);
        var tidy = Tidy(code);
        if (tidy.Length != 6 || projects.WithCode(tidy) is not { } project) return (null, Unknown);
        wrong.WasRight(device);
        return (project, null);
    }

    /// <summary>Joins, and remembers on this device who joined.</summary>
    public async Task<(Joined? Joined, Refusal? Refusal)> JoinAsync(HttpContext http, JoinRequest asked)
    {
        if (asked.Name?.Trim().Length > People.LongestName) return (null, NameTooLong);
        var (project, refused) = Find(http, asked.Code);
        return project is { } found
            ? await JoinAsync(http, found, new JoinProject(Tidy(asked.Code), asked.Wording ?? WordingOf(found)), asked.Name, asked.Source)
            : (null, refused);
    }

    /// <summary>Joins as a provider by an invitation to market engagement, and remembers on this device who joined.</summary>
    public async Task<(Joined? Joined, Refusal? Refusal)> TakePartAsync(HttpContext http, ProjectId project, JoinEngagement command, string? name) =>
        name?.Trim().Length > People.LongestName ? (null, NameTooLong) : await JoinAsync(http, project, command, name, SourceKind.Provider);

    private async Task<(Joined? Joined, Refusal? Refusal)> JoinAsync(HttpContext http, ProjectId found, IProjectCommand command, string? name, SourceKind? said)
    {
        var known = http.User.Participant();
        var participant = known == ParticipantId.Public ? new ParticipantId(Guid.NewGuid()) : known;
        // The name first: others see at once who joined.
        if (!string.IsNullOrWhiteSpace(name)) await people.IntroduceAsync(participant, name);
        var answer = await live.ExecuteAsync(found.Stream, command, participant, OperationId.New());
        if (answer.Refusal is { } refusal) return (null, refusal);
        if (!http.User.HasClaim(PersonClaims.Account, PersonClaims.Yes)) await http.RememberAsync(participant, said is { } source ? Choice.ValueOf(source) : null);
        return (new Joined(participant.Text(), found.Text()), null);
    }

    private int WordingOf(ProjectId project) => live.Get(project.Stream).State is Project { Plan.Wording: var wording } ? wording : 0;

    /// <summary>The name that wrong codes of this device are counted under; a fresh one where it has none.</summary>
    internal static string DeviceOf(HttpContext http)
    {
        if (http.Request.Cookies[DeviceCookie] is { Length: 32 } known) return known;
        var fresh = Guid.NewGuid().ToString("n");
        http.Response.Cookies.Append(DeviceCookie, fresh, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(1),
            IsEssential = true,
        });
        return fresh;
    }
}

/// <summary>A code to come back with.</summary>
public sealed record ResumeWords(string? Code);

/// <summary>Who came back.</summary>
public sealed record Resumed(string ParticipantId);

/// <summary>The same for programs.</summary>
public static class JoinApi
{
    /// <summary>Maps <c>POST /api/join</c>, <c>/api/resume</c> and <c>/api/resume-code</c>.</summary>
    public static void MapJoining(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/join", async (JoinRequest asked, HttpContext http, Joining joining) =>
        {
            var (joined, refusal) = await joining.JoinAsync(http, asked);
            return joined is null ? Problems.Of(refusal!) : TypedResults.Ok(joined);
        }).Produces<Joined>().ProducesProblem(StatusCodes.Status422UnprocessableEntity).WithName("Join").WithTags("people").DisableAntiforgery();
        routes.MapPost("/api/resume", async (ResumeWords typed, HttpContext http, ResumeCodes codes) =>
        {
            var (person, refusal) = await codes.ResumeAsync(http, typed.Code);
            return person is { } back ? TypedResults.Ok(new Resumed(back.Text())) : Problems.Of(refusal! with { Field = "code" });
        }).Produces<Resumed>().ProducesProblem(StatusCodes.Status422UnprocessableEntity).WithName("Resume").WithTags("people").DisableAntiforgery();
        routes.MapPost("/api/resume-code", async (HttpContext http, ResumeCodes codes) =>
        {
            var (me, hasAccount) = (http.User.Participant(), http.User.HasClaim(PersonClaims.Account, PersonClaims.Yes));
            if (me == ParticipantId.Public || hasAccount) return Problems.Of(Refusal.NotFound);
            return TypedResults.Ok(new ResumeWords(await codes.MakeAsync(me, http.User.FindFirst(PersonClaims.Source)?.Value)));
        }).Produces<ResumeWords>().ProducesProblem(StatusCodes.Status404NotFound).WithName("MakeResumeCode").WithTags("people").DisableAntiforgery();
    }
}
