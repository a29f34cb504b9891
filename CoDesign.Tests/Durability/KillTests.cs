using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CoDesign.Tests.Durability;

/// <summary>Nothing that was acknowledged is lost and nothing is there twice, however the process ends.</summary>
[Trait("Category", "Slow")]
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 20;
    private const int Clients = 8;
    private readonly string _data = Directory.CreateTempSubdirectory("codesign-kill-").FullName;
    private readonly CookieContainer _cookies = new();
    private readonly ConcurrentDictionary<string, string> _acknowledged = new();
    private string _project = "";

    private static CancellationToken Here => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_once_after_twenty_kills_under_load()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        var writers = Enumerable.Range(0, Clients).Select(number => new Writer(number)).ToArray();
        for (var round = 0; round < Kills; round++)
        {
            using var app = await AppProcess.StartAsync(_data, Here);
            if (round == 0) await BeginAsync(app);
            var left = random.Next(1, 60);
            await Task.WhenAll(writers.Select(writer => WriteAsync(app, writer, () =>
            {
                if (Interlocked.Decrement(ref left) == 0) app.Kill();
            })));
            await app.EndedAsync(Here);
        }

        using (var last = await AppProcess.StartAsync(_data, Here))
        {
            using var client = ClientOf(last);
            foreach (var writer in writers) await CaptureAsync(client, writer);
            await AssertAllThereOnceAsync(client, writers.Sum(writer => writer.Next));
            last.Kill();
            await last.EndedAsync(Here);
        }

        var (code, said) = await AppProcess.VerifyAsync(_data, Here);
        Assert.True(code == 0, said);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task BeginAsync(AppProcess app)
    {
        using var client = ClientOf(app);
        using var signedIn = await client.PostAsync("/dev/sign-in/commissioner", null, Here);
        signedIn.EnsureSuccessStatusCode();
        using var made = await client.PostAsJsonAsync("/api/projects",
            new { name = "Warm meals", diamond = "serviceRedesign", purpose = "Nobody eats alone." }, Here);
        made.EnsureSuccessStatusCode();
        _project = (await made.Content.ReadFromJsonAsync<JsonElement>(Here)).GetProperty("id").GetString()!;
    }

    /// <summary>Captures one insight after the other until the process is gone; what had no answer is sent again next time.</summary>
    private async Task WriteAsync(AppProcess app, Writer writer, Action acknowledged)
    {
        using var client = ClientOf(app);
        try
        {
            while (true)
            {
                await CaptureAsync(client, writer);
                acknowledged();
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            output.WriteLine($"Writer {writer.Number} has no answer to {writer.Text}");
        }
    }

    private async Task CaptureAsync(HttpClient client, Writer writer)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{_project}/commands/capture-insight")
        {
            Content = JsonContent.Create(new { text = writer.Text, source = "serviceUser", tags = Array.Empty<string>() }),
            Headers = { { "Idempotency-Key", writer.Text } },
        };
        using var answer = await client.SendAsync(asked, Here);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Here);
        Assert.True(answer.IsSuccessStatusCode, body.GetRawText());
        Assert.True(_acknowledged.TryAdd(writer.Text, body.GetProperty("id").GetString()!));
        writer.Next++;
    }

    private async Task AssertAllThereOnceAsync(HttpClient client, int sent)
    {
        var view = await client.GetFromJsonAsync<JsonElement>($"/api/projects/{_project}", Here);
        var there = view.GetProperty("insights").EnumerateArray()
            .ToDictionary(insight => insight.GetProperty("text").GetString()!, insight => insight.GetProperty("id").GetString()!);
        output.WriteLine($"{_acknowledged.Count} acknowledged, {there.Count} there");
        Assert.Equal(sent, _acknowledged.Count);
        Assert.Equal(sent, there.Count);
        Assert.All(_acknowledged, known => Assert.Equal(known.Value, there[known.Key]));
        Assert.Equal(sent, _acknowledged.Values.Distinct().Count());
    }

    private HttpClient ClientOf(AppProcess app) =>
        new(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = app.Address, Timeout = Patience.Limit };

    private sealed class Writer(int number)
    {
        public int Number => number;
        public int Next { get; set; }
        public string Text => $"writer-{number}-says-{Next}";
    }
}
