using System.Security.Cryptography;
using System.Text;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace CoDesign.App.Storage;

/// <summary>
/// Keeps the streams that belong to a bid unreadable and untied in the database: one random key per bid,
/// wrapped by a key ring outside it; stream names opaque; actor, type and time inside the ciphertext.
/// </summary>
public sealed class Seal(IDataProtectionProvider protection, DataFolder folder)
{
    /// <summary>The type that a sealed row shows.</summary>
    public const string SealedType = "sealed";

    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;
    private readonly IDataProtector _wrap = protection.CreateProtector("CoDesign.Bids.v1");

    /// <summary>A fresh key.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    /// <summary>The key as it may lie in the database.</summary>
    public byte[] Wrap(byte[] key) => _wrap.Protect(key);

    /// <summary>The key from what lies in the database.</summary>
    public byte[] Unwrap(byte[] wrapped) => _wrap.Unprotect(wrapped);

    /// <summary>A name that tells nothing without the key of this installation; the same each time.</summary>
    public string Opaque(string name) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(folder.ChainKey, Encoding.UTF8.GetBytes("opaque:" + name)));

    /// <summary>Encrypts one event for its place in the stream.</summary>
    public static byte[] Close(byte[] key, string opaqueId, SealedEvent sealedEvent, long version)
    {
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(sealedEvent.Stream.ToString());
            writer.Write(sealedEvent.Type);
            writer.Write(sealedEvent.Actor.Value.ToByteArray());
            writer.Write(sealedEvent.At.UtcTicks);
            writer.Write(sealedEvent.Payload);
        }

        var text = plain.ToArray();
        var stored = new byte[NonceLength + TagLength + text.Length];
        RandomNumberGenerator.Fill(stored.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(stored.AsSpan(0, NonceLength), text, stored.AsSpan(NonceLength + TagLength),
            stored.AsSpan(NonceLength, TagLength), Place(opaqueId, version));
        return stored;
    }

    /// <summary>Decrypts one event; fails when it is not in the place for which it was encrypted.</summary>
    public static SealedEvent Open(byte[] key, string opaqueId, byte[] stored, long version)
    {
        var text = new byte[stored.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(stored.AsSpan(0, NonceLength), stored.AsSpan(NonceLength + TagLength),
            stored.AsSpan(NonceLength, TagLength), text, Place(opaqueId, version));
        using var plain = new MemoryStream(text);
        using var reader = new BinaryReader(plain, Encoding.UTF8);
        if (!StreamId.TryParse(reader.ReadString(), out var stream)) throw new InvalidDataException("A sealed event names no stream.");
        return new SealedEvent(stream, reader.ReadString(), new ParticipantId(new Guid(reader.ReadBytes(16))),
            new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero), reader.ReadBytes((int)(plain.Length - plain.Position)));
    }

    private static byte[] Place(string opaqueId, long version) => Encoding.UTF8.GetBytes($"{opaqueId}:{version}");
}

/// <summary>What lies inside the ciphertext of a sealed row.</summary>
public sealed record SealedEvent(StreamId Stream, string Type, ParticipantId Actor, DateTimeOffset At, byte[] Payload);
