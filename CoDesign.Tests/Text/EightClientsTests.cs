using System.Globalization;
using System.Text.Json;
using CoDesign.Domain.Text;

namespace CoDesign.Tests.Text;

/// <summary>
/// The editor's own sessions in Node.js against the real decider, over a line that delays, doubles, loses and reorders,
/// with connections that break and pages that are loaded again in the middle of a word.
/// </summary>
public sealed class EightClientsTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly OpenText _text = OpenText.Clause("# Meals\n\nWarm, at noon 😀");

    [Theory]
    [InlineData(8, 60)]
    [InlineData(2, 200)]
    public async Task All_end_with_the_same_text_and_nobody_is_refused(int people, int steps)
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        using var node = Node.Start("test/run.mjs", "clients", $"{seed}", $"{people}", steps.ToString(CultureInfo.InvariantCulture));
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        node.StandardInput.AutoFlush = true;
        while (await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            var said = JsonSerializer.Deserialize<Said>(line, Web)!;
            if (said.Texts is null)
            {
                foreach (var answer in Answer(said)) await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(answer, Web));
                continue;
            }

            Assert.True(said.Refused!.Length == 0, $"Seed {seed}: somebody was refused: {string.Join(' ', said.Refused)}");
            Assert.All(said.Versions!, version => Assert.Equal(_text.State.Version, version));
            Assert.All(said.Texts, words => Assert.Equal(_text.State.Text, words));
            Assert.Equal(_text.History.Count, _text.History.DistinctBy(step => (step.Update.ClientId, step.Update.OperationId)).Count());
            Assert.True(_text.State.Version > people * steps * 0.5, $"Seed {seed}: only {_text.State.Version} steps came through.");
            return;
        }

        Assert.Fail($"Seed {seed}: {await errors}");
    }

    private IEnumerable<object> Answer(Said said)
    {
        var before = _text.State.Version;
        var refusal = said.Call == "push" ? _text.Ask(OpenText.Grace, new PushUpdates(said.Version, [.. said.Updates!])).Refusal : null;
        yield return refusal is null ? new { said.Id, answer = Result(said) } : new { said.Id, refusal.Code, refusal.Message };
        if (_text.State.Version > before) yield return new { version = before, updates = StepsFrom(before) };
    }

    private object Result(Said said) => said.Call switch
    {
        "open" => new { _text.State.Version, _text.State.Text, mayWrite = true },
        "push" => new { _text.State.Version },
        _ => new { said.Version, updates = StepsFrom(said.Version) },
    };

    private TextUpdate[] StepsFrom(long version) => [.. _text.History.Skip((int)version).Select(step => step.Update)];

    /// <summary>What the script says: a call, or at the end what everybody has.</summary>
    private sealed record Said(
        int Id, string? Call, long Version, TextUpdate[]? Updates, string[]? Texts, long[]? Versions, string[]? Refused);
}
