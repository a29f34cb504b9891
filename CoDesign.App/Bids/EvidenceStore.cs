using System.Collections.Concurrent;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;

namespace CoDesign.App.Bids;

/// <summary>
/// Keeps the files of bids so that the folder tells nothing of them: each encrypted under its bid's key, under a name that only this
/// installation can make, filled up to one of few sizes, and all with the same time.
/// </summary>
public sealed class EvidenceStore(DataFolder folder, Seal seal)
{
    private const int Block = 64 * 1024;
    private const string Unfinished = ".new";

    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;
    private readonly ConcurrentDictionary<string, int> _underWay = new();

    private string Folder => folder.File("evidence");

    /// <summary>Keeps a file, durably, before anything says that a bid has it.</summary>
    /// <param name="key">The bid's key.</param>
    /// <param name="id">The file.</param>
    /// <param name="content">Its content.</param>
    /// <param name="stopping">Stops it; nothing is kept then.</param>
    public async Task WriteAsync(byte[] key, EvidenceId id, byte[] content, CancellationToken stopping)
    {
        Directory.CreateDirectory(Folder);
        var name = NameOf(id);
        var fresh = $"{PathOf(name)}.{Guid.NewGuid():n}{Unfinished}";
        try
        {
            await using (var file = new FileStream(fresh, FileMode.CreateNew))
            {
                var plain = new byte[Block];
                var stored = new byte[NonceLength + TagLength + Block];
                for (var block = 0; block < BlocksFor(content.Length); block++)
                {
                    Array.Clear(plain);
                    var at = (long)block * Block;
                    if (at < content.Length) content.AsSpan((int)at, (int)Math.Min(Block, content.Length - at)).CopyTo(plain);
                    Close(key, plain, stored, Place(name, block));
                    await file.WriteAsync(stored, stopping);
                }

                file.Flush(flushToDisk: true);
            }

            File.SetLastWriteTimeUtc(fresh, DateTime.UnixEpoch);
            File.Move(fresh, PathOf(name), overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    /// <summary>The content of a file.</summary>
    /// <exception cref="CryptographicException">It isn't what was kept.</exception>
    public async Task<byte[]> ReadAsync(byte[] key, EvidenceId id, long length, CancellationToken stopping)
    {
        var name = NameOf(id);
        var content = new byte[length];
        var plain = new byte[Block];
        var stored = new byte[NonceLength + TagLength + Block];
        await using var file = File.OpenRead(PathOf(name));
        for (var (block, at) = (0, 0); at < length; block++, at += Block)
        {
            await file.ReadExactlyAsync(stored, stopping);
            using (var aes = new AesGcm(key, TagLength))
                aes.Decrypt(stored.AsSpan(0, NonceLength), stored.AsSpan(NonceLength + TagLength), stored.AsSpan(NonceLength, TagLength), plain, Place(name, block));
            plain.AsSpan(0, (int)Math.Min(Block, length - at)).CopyTo(content.AsSpan(at));
        }

        return content;
    }

    /// <summary>Erases a file.</summary>
    public void Delete(EvidenceId id) => File.Delete(PathOf(NameOf(id)));

    /// <summary>Holds off the sweep from a file whose bid doesn't know it yet.</summary>
    public IDisposable Hold(EvidenceId id) => new Held(_underWay, NameOf(id));

    /// <summary>Erases what no bid has: what was left over when the app was killed between keeping a file and saying so.</summary>
    /// <param name="known">Says which files bids have; asked once it is settled which files are looked at.</param>
    public void Sweep(Func<IEnumerable<EvidenceId>> known)
    {
        if (!Directory.Exists(Folder)) return;
        var there = Directory.GetFiles(Folder);
        if (there.Length == 0) return;
        var underWay = _underWay.Keys.ToHashSet();
        var kept = known().Select(NameOf).ToHashSet();
        foreach (var path in there)
        {
            var name = Path.GetFileName(path).Split('.')[0];
            if (underWay.Contains(name) || kept.Contains(name) && !path.EndsWith(Unfinished, StringComparison.Ordinal)) continue;
            File.Delete(path);
        }
    }

    private string NameOf(EvidenceId id) => seal.Opaque($"evidence/{id}");

    private string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Sizes double, so that one tells little of what it is the size of.</summary>
    private static long BlocksFor(long length) => (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(1, (length + Block - 1) / Block));

    private static void Close(byte[] key, byte[] plain, byte[] stored, byte[] place)
    {
        RandomNumberGenerator.Fill(stored.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(stored.AsSpan(0, NonceLength), plain, stored.AsSpan(NonceLength + TagLength), stored.AsSpan(NonceLength, TagLength), place);
    }

    private static byte[] Place(string name, int block) => Encoding.UTF8.GetBytes($"{name}:{block}");

    private sealed class Held : IDisposable
    {
        private readonly ConcurrentDictionary<string, int> _all;
        private readonly string _name;

        public Held(ConcurrentDictionary<string, int> all, string name)
        {
            (_all, _name) = (all, name);
            _all.AddOrUpdate(name, 1, (_, count) => count + 1);
        }

        public void Dispose()
        {
            if (_all.AddOrUpdate(_name, 0, (_, count) => count - 1) <= 0) _all.TryRemove(KeyValuePair.Create(_name, 0));
        }
    }
}
