using System.Buffers.Binary;
using System.Text;

namespace CoDesign.Tests.Workshops;

/// <summary>Photos of two dots, one red, one blue, as a phone at Saltmarsh might have taken them: on its side, with where it was and what it is.</summary>
internal static class Photos
{
    /// <summary>What the phone says of itself.</summary>
    public const string Phone = "Lighthouse 7";

    /// <summary>Where it says it was.</summary>
    public const string Place = "SALTMARSH";

    /// <summary>The formats that are taken.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]> { ["jpeg"] = Jpeg(), ["png"] = Png(), ["webp"] = Webp() };

    /// <summary>EXIF of the phone, the other way round than ours: its name, on its side (6), and where it was.</summary>
    private static byte[] Exif =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8, 0, 3,
        1, 0x10, 0, 2, 0, 0, 0, 13, 0, 0, 0, 0x32, // Model
        1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, // Orientation
        0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0x3F, // GPS
        0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Phone), 0,
        0, 1, 0, 0x1C, 0, 2, 0, 0, 0, 10, 0, 0, 0, 0x51, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place), 0,
    ];

    private static byte[] Jpeg()
    {
        var plain = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAABAAIDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAZEAEAAgMAAAAAAAAAAAAAAAAAAQIDM3H/xAAVAQEBAAAAAAAAAAAAAAAAAAACBv/EABkRAAIDAQAAAAAAAAAAAAAAAAABAgMycf/aAAwDAQACEQMRAD8Ah5NluyAoa8LgJ6Z//9k=");
        byte[] told = [.. "Exif\0\0"u8, .. Exif];
        byte[] comment = Encoding.ASCII.GetBytes($"{Phone} at {Place}");
        return [.. plain.AsSpan(0, 2), 0xFF, 0xE1, 0, (byte)(told.Length + 2), .. told, 0xFF, 0xFE, 0, (byte)(comment.Length + 2), .. comment, .. plain.AsSpan(2), .. comment];
    }

    private static byte[] Png()
    {
        var plain = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4AWL6z8AAQv8BAAAA//9sOzN4AAAABklEQVQDABALA//sAW9eAAAAAElFTkSuQmCC");
        return [.. plain.AsSpan(0, 33), .. Chunk("eXIf", Exif), .. Chunk("tEXt", Encoding.ASCII.GetBytes($"Comment\0{Phone} at {Place}")), .. plain.AsSpan(33), .. Encoding.ASCII.GetBytes(Place)];
    }

    /// <summary>Its check sum is left at 0: nobody who drops the chunk needs it.</summary>
    private static byte[] Chunk(string name, byte[] content) => [0, 0, 0, (byte)content.Length, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];

    private static byte[] Webp()
    {
        var plain = Convert.FromBase64String("UklGRkoAAABXRUJQVlA4WAoAAAAAAAAAAQAAAAAAVlA4ICwAAADwAQCdASoCAAEABABoJaACdLoAAwjxv4AA/u9uDRDf3Ye4gc/FAKRwHgAAAA==");
        byte[] xmp = Encoding.ASCII.GetBytes($"<x>{Phone} at {Place}</x>");
        byte[] whole = [.. plain, .. Riff("EXIF", Exif), .. Riff("XMP ", xmp)];
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(4), whole.Length - 8);
        whole[20] |= 0x0C;
        return [.. whole, .. Encoding.ASCII.GetBytes(Place)];
    }

    private static byte[] Riff(string name, byte[] content) =>
        [.. Encoding.ASCII.GetBytes(name), (byte)content.Length, 0, 0, 0, .. content, .. content.Length % 2 == 1 ? (byte[])[0] : []];
}
