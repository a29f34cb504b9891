using System.Net;

namespace CoDesign.Storms;

/// <summary>A server that can be killed: where it is, and how.</summary>
/// <param name="Address">Where it answers.</param>
/// <param name="KillAsync">Ends it at once, whatever it is doing, and waits until it has gone.</param>
internal sealed record Running(Uri Address, Func<Task> KillAsync);

/// <summary>What came of a storm.</summary>
/// <param name="Typists">Those who typed; all have the same text and have nothing left to send.</param>
/// <param name="Steps">Every step that the server has, as client and operation.</param>
/// <param name="Text">The words that the server has.</param>
/// <param name="Replayed">The words that the steps make, one after the other.</param>
/// <param name="Last">The server that was started last.</param>
internal sealed record Calm(IReadOnlyList<Typist> Typists, IReadOnlyList<string> Steps, string Text, string Replayed, Running Last)
{
    /// <summary>Steps that the server acknowledged and doesn't have.</summary>
    public int Lost => Typists.SelectMany(typist => typist.Acknowledged).Except(Steps).Count();

    /// <summary>Steps that are in more than once.</summary>
    public int Doubled => Steps.Count - Steps.Distinct().Count();

    /// <summary>Steps that somebody made and that never came in, acknowledged or not.</summary>
    public int Missing => Typists.Sum(typist => typist.Copy.Made) - Steps.Distinct().Count();

    /// <summary>How many typists have other words than the server.</summary>
    public int Different => Typists.Count(typist => typist.Copy.Text != Text);
}

/// <summary>
/// Many people behind one address type into one text, over lines that delay, lose and break, while the server is killed and
/// started again.
/// </summary>
internal static class Storm
{
    /// <summary>Lets it blow, and waits until it is calm.</summary>
    /// <param name="start">Starts the server over the same data, where it was unless nobody minds.</param>
    /// <param name="people">How many type.</param>
    /// <param name="most">How many steps each makes at most.</param>
    /// <param name="length">How long.</param>
    /// <param name="kills">How often the server is killed meanwhile.</param>
    /// <param name="seed">What chance follows.</param>
    public static async Task<Calm> RunAsync(Func<Uri?, Task<Running>> start, int people, int most, TimeSpan length, int kills, int seed)
    {
        var server = await start(null);
        using var site = await Site.BeginAsync(server.Address);
        var clause = (await site.DoAsync("add-clause", new { title = "Meals", kind = "need", from = Array.Empty<string>() })).GetProperty("id").GetString()!;
        var cookies = new List<CookieContainer>();
        for (var i = 0; i < people; i++) cookies.Add(await site.JoinToWriteAsync($"Typist {i}"));
        var typists = cookies.Select((own, i) => new Typist(i, server.Address, own, clause, seed + i)).ToArray();

        using var enough = new CancellationTokenSource();
        var typing = Task.WhenAll(typists.Select(typist => Task.Run(() => typist.TypeAsync(most, enough.Token), CancellationToken.None)));
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.WhenAny(typing, Task.Delay(length / (kills + 1), CancellationToken.None));
            await server.KillAsync();
            server = await start(server.Address);
        }

        await Task.WhenAny(typing, Task.Delay(length / (kills + 1), CancellationToken.None));
        await enough.CancelAsync();
        await typing;
        await Task.WhenAll(typists.Select(typist => typist.SettleAsync(0)));
        var last = typists.Max(typist => typist.Copy.Version);
        await Task.WhenAll(typists.Select(typist => typist.SettleAsync(last)));

        var (steps, text) = await typists[0].ReadAsync();
        foreach (var typist in typists) await typist.DisposeAsync();
        var replayed = steps.Aggregate("", (words, step) => step.Changes.Apply(words));
        return new Calm(typists, [.. steps.Select(step => step.OperationId)], text, replayed, server);
    }
}
