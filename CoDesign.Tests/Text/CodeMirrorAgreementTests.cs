using System.Globalization;
using System.Text.Json;
using CoDesign.Domain.Text;

namespace CoDesign.Tests.Text;

/// <summary>What the server works out is what CodeMirror works out in the browser, to the last stretch.</summary>
public sealed class CodeMirrorAgreementTests
{
    private const int Histories = 10_000;
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task Random_histories_come_out_the_same_as_in_CodeMirror()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        using var node = Node.Start("test/run.mjs", "changes", seed.ToString(CultureInfo.InvariantCulture), Histories.ToString(CultureInfo.InvariantCulture));
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var seen = 0;
        while (await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            var said = JsonSerializer.Deserialize<Said>(line, Web)!;
            Assert.True(Differs(said) is not { } what, $"Seed {seed}, history {said.History}: {Differs(said)} differs. {line}");
            seen = said.History + 1;
        }

        Assert.True(seen == Histories, $"Seed {seed}: {seen} histories came. {await errors}");
    }

    private static string? Differs(Said said)
    {
        var (text, mine, theirs) = (said.Text, said.Mine, said.Theirs);
        if (mine.Apply(text) != said.AfterMine) return "the text after one change";
        if (!Same(mine.Map(theirs), said.MineOverTheirs)) return "a change mapped over another";
        if (!Same(mine.Map(theirs, before: true), said.MineOverTheirsBefore)) return "a change mapped over another, going before it";
        if (!Same(theirs.Map(mine, before: true), said.TheirsOverMineBefore)) return "the other change, mapped going before";
        if (mine.Map(theirs).Apply(theirs.Apply(text)) != said.Both) return "the text after both";
        if (theirs.Map(mine, before: true).Apply(mine.Apply(text)) != said.Both) return "the text after both, the other way round";
        return mine.SplitsCharacter(text) ? "whether an emoji is cut" : null;
    }

    private static bool Same(ChangeSet ours, ChangeSet theirs) => ours.Stretches.SequenceEqual(theirs.Stretches);

    /// <summary>One round of a history, as CodeMirror sees it.</summary>
    private sealed record Said(
        int History, string Text, ChangeSet Mine, ChangeSet Theirs, string AfterMine, string Both,
        ChangeSet MineOverTheirs, ChangeSet MineOverTheirsBefore, ChangeSet TheirsOverMineBefore);
}
