using System.Security.Cryptography;
using System.Text;
using CoDesign.App.Bids;
using CoDesign.Domain.Bids;
using CoDesign.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Bids;

/// <summary>What the folder of a bid's files tells to who has it, and what not.</summary>
public sealed class EvidenceStoreTests : IAsyncLifetime
{
    private const string Secret = "Nobody was lost in four years.";
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-test-").FullName;
    private readonly SetTime _time = new(DateTimeOffset.UtcNow);
    private Node _node = null!;
    private BidOnNode _bid = null!;

    private string Evidence => Path.Combine(_folder, "evidence");

    [Fact]
    public async Task The_folder_and_a_dump_tie_a_file_to_nothing()
    {
        var (small, large) = (File(70_000), File(120_000));
        var first = await _bid.PutAsync(_node, "Harbour Lights accounts.pdf", small);
        var second = await _bid.PutAsync(_node, "Harbour Lights report.pdf", large);
        Assert.True(first.Accepted && second.Accepted);

        var files = Directory.GetFiles(Evidence).Select(path => new FileInfo(path)).ToArray();
        Assert.Equal(2, files.Length);
        Assert.Equal(files[0].Length, files[1].Length);
        var everything = string.Concat(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)).Select(ReadShared));
        foreach (var secret in new[] { Secret, "accounts", "Harbour", first.Made!.Value.ToString("n"), _bid.Id.ToString(), Convert.ToHexStringLower(SHA256.HashData(small)) })
        {
            Assert.DoesNotContain(secret, everything, StringComparison.OrdinalIgnoreCase);
            Assert.All(files, file => Assert.DoesNotContain(secret, file.Name, StringComparison.OrdinalIgnoreCase));
        }

        Assert.All(files, file => Assert.Equal(DateTime.UnixEpoch, file.LastWriteTimeUtc));
        Assert.All(files, file => Assert.Matches("^[0-9a-f]{64}$", file.Name));

        await RestartAsync();
        Assert.Equal(small, await ReadAsync(first.Made!.Value, small.Length));
        Assert.Equal(large, await ReadAsync(second.Made!.Value, large.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(1_000_000)]
    public async Task A_file_comes_back_as_it_was_whatever_its_length(int length)
    {
        var content = Encoding.ASCII.GetBytes(new string('x', length));

        var put = await _bid.PutAsync(_node, "notes.txt", content);

        Assert.Equal(content, await ReadAsync(put.Made!.Value, length));
    }

    [Fact]
    public async Task A_file_that_was_changed_or_put_in_anothers_place_is_not_given_out()
    {
        var first = await _bid.PutAsync(_node, "a.pdf", File(1_000));
        var path = Directory.GetFiles(Evidence).Single();
        var second = await _bid.PutAsync(_node, "b.pdf", File(2_000));
        var other = Directory.GetFiles(Evidence).Single(one => one != path);

        System.IO.File.Copy(other, path, overwrite: true);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(first.Made!.Value, 1_000));
        var bytes = await System.IO.File.ReadAllBytesAsync(other, TestContext.Current.CancellationToken);
        bytes[100] ^= 1;
        await System.IO.File.WriteAllBytesAsync(other, bytes, TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(second.Made!.Value, 2_000));
    }

    [Fact]
    public async Task What_a_kill_left_over_is_erased_at_the_next_start_and_what_was_handed_in_is_not()
    {
        var put = await _bid.PutAsync(_node, "a.pdf", File(1_000));
        Assert.Null(await _bid.AskAsync(_node, new SubmitBid()));
        Assert.Null(await _bid.AskAsync(_node, new RemoveEvidence(new EvidenceId(put.Made!.Value))));
        var store = _node.Services.GetRequiredService<EvidenceStore>();
        await store.WriteAsync(_node.Live.Get(_bid.Id.Stream).Key!, new EvidenceId(Guid.NewGuid()), File(5), TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllTextAsync(Path.Combine(Evidence, $"{new string('0', 64)}.half.new"), "half", TestContext.Current.CancellationToken);

        await RestartAsync();

        await Patience.UntilAsync(() => Directory.GetFiles(Evidence).Length == 1);
        Assert.Equal(1_000, (await ReadAsync(put.Made!.Value, 1_000)).Length);
    }

    public async ValueTask InitializeAsync()
    {
        _node = await BidOnNode.StartAsync(_folder, _time);
        _bid = await BidOnNode.WriteAsync(_node, _time, asksEvidence: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static byte[] File(int length) => Encoding.ASCII.GetBytes($"%PDF-1.7 {Secret} {new string('x', Math.Max(0, length))}")[..Math.Max(5, length)];

    private Task<byte[]> ReadAsync(Guid file, int length) => _node.Services.GetRequiredService<EvidenceStore>()
        .ReadAsync(_node.Live.Get(_bid.Id.Stream).Key!, new EvidenceId(file), length, TestContext.Current.CancellationToken);

    private async Task RestartAsync()
    {
        await _node.DisposeAsync();
        _node = await BidOnNode.StartAsync(_folder, _time);
    }

    private static string ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
