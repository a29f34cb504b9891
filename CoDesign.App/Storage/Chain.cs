using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CoDesign.App.Storage;

/// <summary>
/// Binds each event to the one before it in its stream with a keyed hash over the stored bytes,
/// so that changing, dropping or reordering one shows to whoever holds the key.
/// </summary>
public sealed class Chain(DataFolder folder)
{
    /// <summary>What the first event of a stream is bound to.</summary>
    public static byte[] Start { get; } = new byte[HMACSHA256.HashSizeInBytes];

    /// <summary>The hash of a row that follows <paramref name="before"/>.</summary>
    public byte[] Next(byte[] before, string streamId, long version, string type, byte[] payload, string actorId, long at, byte[]? sealKey)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, folder.ChainKey);
        hash.AppendData(before);
        Add(hash, Encoding.UTF8.GetBytes(streamId));
        Add(hash, version);
        Add(hash, Encoding.UTF8.GetBytes(type));
        Add(hash, payload);
        Add(hash, Encoding.UTF8.GetBytes(actorId));
        Add(hash, at);
        Add(hash, sealKey ?? []);
        return hash.GetHashAndReset();
    }

    /// <summary>Whether a row is what was written after the row whose hash is <paramref name="before"/>.</summary>
    public bool IsGenuine(byte[] before, EventRow row) =>
        CryptographicOperations.FixedTimeEquals(row.Hash,
            Next(before, row.StreamId, row.Version, row.Type, row.Payload, row.ActorId, row.At, row.SealKey))
        && EventCatalogue.WordsAreGenuine(row.Payload, row.Words);

    private static void Add(IncrementalHash hash, byte[] bytes)
    {
        Add(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
