using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CoDesign.Storms;

/// <summary>A project on the server, with its commissioner, and people who join it by code.</summary>
internal sealed class Site : IDisposable
{
    private const string Code = "135790";
    private readonly HttpClient _commissioner;

    private Site(HttpClient commissioner, string project) => (_commissioner, Project) = (commissioner, project);

    public string Project { get; }

    public static async Task<Site> BeginAsync(Uri address)
    {
        var client = await SignInAsync(address);
        var made = await PostAsync(client, "/api/projects", new { name = "Warm meals", diamond = "serviceRedesign", purpose = "Nobody eats alone." });
        var site = new Site(client, made.GetProperty("id").GetString()!);
        await site.DoAsync("open-joining", new { code = Code });
        return site;
    }

    /// <summary>The commissioner comes back to a project, on a server that was started again.</summary>
    public static async Task<Site> ReturnAsync(Uri address, string project) => new(await SignInAsync(address), project);

    /// <summary>The commissioner does something in the project.</summary>
    public Task<JsonElement> DoAsync(string command, object fields) => DoAsync("projects", Project, command, fields);

    /// <summary>The commissioner does something in another stream.</summary>
    public Task<JsonElement> DoAsync(string kind, string id, string command, object fields) => DoAsync(_commissioner, kind, id, command, fields);

    /// <summary>The commissioner makes something that has a history of its own.</summary>
    public Task<JsonElement> MakeAsync(string kind, object fields) => PostAsync(_commissioner, $"/api/{kind}", fields);

    /// <summary>Somebody makes something that has a history of its own.</summary>
    public static Task<JsonElement> MakeAsync(HttpClient who, string kind, object fields) => PostAsync(who, $"/api/{kind}", fields);

    /// <summary>Somebody does something in a stream.</summary>
    public static Task<JsonElement> DoAsync(HttpClient who, string kind, string id, string command, object fields) => PostAsync(who, $"/api/{kind}/{id}/commands/{command}", fields);

    /// <summary>The commissioner reads a page, or what a program may read.</summary>
    public Task<string> ReadAsync(string path) => _commissioner.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>What somebody who joined does everything with.</summary>
    public HttpClient ClientOf(CookieContainer cookies) => new(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = _commissioner.BaseAddress };

    /// <summary>Somebody joins by code.</summary>
    public async Task<CookieContainer> JoinAsync(string name) => (await JoinAsPersonAsync(name)).Cookies;

    /// <summary>Somebody joins by code, and we are told who they are.</summary>
    public async Task<(CookieContainer Cookies, string Person)> JoinAsPersonAsync(string name)
    {
        var cookies = new CookieContainer();
        using var client = ClientOf(cookies);
        var joined = await PostAsync(client, "/api/join", new { code = Code, name });
        return (cookies, joined.GetProperty("participantId").GetString()!);
    }

    /// <summary>Somebody joins by code, and is let write clauses.</summary>
    public async Task<CookieContainer> JoinToWriteAsync(string name)
    {
        var (cookies, participant) = await JoinAsPersonAsync(name);
        await DoAsync("invite-participant", new { participant, role = "commissioner" });
        return cookies;
    }

    public void Dispose() => _commissioner.Dispose();

    private static async Task<HttpClient> SignInAsync(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        using var signedIn = await client.PostAsync(new Uri("/dev/sign-in/commissioner", UriKind.Relative), null);
        signedIn.EnsureSuccessStatusCode();
        return client;
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? said : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path}: {said}"));
    }
}
