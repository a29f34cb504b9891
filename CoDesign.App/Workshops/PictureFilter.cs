using System.Buffers.Binary;
using System.Text;

namespace CoDesign.App.Workshops;

/// <summary>
/// Leaves of a photo only what is needed to show it, so that it doesn't tell where, when or with what it was taken. Parts are kept
/// by name; all others go, as does whatever follows the picture. Which way up it is stays. Nothing is decoded; what moves is no photo.
/// </summary>
public static class PictureFilter
{
    private const int Upright = 1;

    /// <summary>The photo with nothing but the picture, and its format, <c>jpeg</c>, <c>png</c> or <c>webp</c>; null where it is none of these, broken or cut off.</summary>
    public static (byte[] Bytes, string Format)? Clean(ReadOnlySpan<byte> photo) =>
        photo.StartsWith(JpegStart) ? With(Jpeg(photo), "jpeg")
        : photo.StartsWith(PngStart) ? With(Png(photo), "png")
        : photo.Length > 12 && photo.StartsWith("RIFF"u8) && photo[8..].StartsWith("WEBP"u8) ? With(Webp(photo), "webp")
        : null;

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> PngStart => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static (byte[], string)? With(byte[]? bytes, string format) => bytes is null ? null : (bytes, format);

    private static byte[]? Jpeg(ReadOnlySpan<byte> photo)
    {
        using var kept = new MemoryStream(photo.Length);
        var (at, orientation, hasFrame, hasScan) = (2, Upright, false, false);
        while (at + 1 < photo.Length && photo[at] == 0xFF)
        {
            while (at < photo.Length && photo[at] == 0xFF) at++;
            if (at == photo.Length) return null;
            var marker = photo[at++];
            if (marker == 0xD9)
            {
                kept.Write([0xFF, 0xD9]);
                byte[] turned = orientation == Upright ? [] : [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. Exif(orientation)];
                return hasFrame && hasScan ? [0xFF, 0xD8, .. turned, .. kept.ToArray()] : null;
            }

            if (marker is < 0xC0 or (>= 0xD0 and <= 0xD8) || at + 2 > photo.Length) return null;
            var size = BinaryPrimitives.ReadUInt16BigEndian(photo[at..]);
            if (size < 2 || at + size > photo.Length) return null;
            var part = photo.Slice(at + 2, size - 2);
            at += size;
            if (marker == 0xE1 && part.StartsWith("Exif\0\0"u8)) orientation = OrientationOf(part[6..]);
            KeepOfJpeg(kept, marker, part);
            hasFrame |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (marker != 0xDA) continue;
            hasScan = true;
            var end = EndOfScan(photo, at);
            kept.Write(photo[at..end]);
            at = end;
        }

        return null;
    }

    /// <summary>Frames, tables and scans; of the rest how dense the picture is, what its colours mean, and nothing that stands beside that.</summary>
    private static void KeepOfJpeg(MemoryStream kept, byte marker, ReadOnlySpan<byte> part)
    {
        byte[]? written =
            marker is <= 0xCF or (>= 0xDA and <= 0xDF) || marker == 0xE2 && part.StartsWith("ICC_PROFILE\0"u8) ? part.ToArray()
            : marker == 0xE0 && part.StartsWith("JFIF\0"u8) && part.Length >= 14 ? [.. part[..12], 0, 0]
            : marker == 0xEE && part.StartsWith("Adobe"u8) && part.Length >= 12 ? part[..12].ToArray()
            : null;
        if (written is null) return;
        kept.Write([0xFF, marker, (byte)((written.Length + 2) >> 8), (byte)(written.Length + 2)]);
        kept.Write(written);
    }

    /// <summary>Where the next part begins: at the first marker that isn't a byte of the scan or a place to begin again.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> photo, int at)
    {
        for (; at + 1 < photo.Length; at++)
        {
            if (photo[at] == 0xFF && photo[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7))) return at;
        }

        return photo.Length;
    }

    private static byte[]? Png(ReadOnlySpan<byte> photo)
    {
        using var kept = new MemoryStream(photo.Length);
        var (at, orientation, hasPicture) = (PngStart.Length, Upright, false);
        byte[]? header = null;
        while (at + 12 <= photo.Length)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(photo[at..]);
            if (size > photo.Length - at - 12) return null;
            var chunk = photo.Slice(at, 12 + (int)size);
            var name = photo.Slice(at + 4, 4);
            at += chunk.Length;
            if (header is null)
            {
                if (!name.SequenceEqual("IHDR"u8)) return null;
                header = chunk.ToArray();
                continue;
            }

            if (name.SequenceEqual("eXIf"u8)) orientation = OrientationOf(chunk[8..^4]);
            if (IsOneOf(name, "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT")) kept.Write(chunk);
            hasPicture |= name.SequenceEqual("IDAT"u8);
            if (!name.SequenceEqual("IEND"u8)) continue;
            byte[] turned = orientation == Upright ? [] : PngChunk("eXIf"u8, Exif(orientation));
            return hasPicture ? [.. PngStart, .. header, .. turned, .. kept.ToArray()] : null;
        }

        return null;
    }

    private static byte[]? Webp(ReadOnlySpan<byte> photo)
    {
        const int flagsAt = 20;
        const byte hasExif = 0x08, hasXmp = 0x04;
        using var kept = new MemoryStream(photo.Length);
        var end = BinaryPrimitives.ReadUInt32LittleEndian(photo[4..]) + 8L;
        if (end > photo.Length) return null;
        var (at, orientation, hasPicture, isExtended) = (12, Upright, false, false);
        while (at + 8 <= end)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(photo[(at + 4)..]);
            var whole = 8L + size + (size & 1);
            if (whole > end - at) return null;
            var chunk = photo.Slice(at, (int)whole);
            var name = photo.Slice(at, 4);
            if (name.SequenceEqual("VP8X"u8))
            {
                if (at != 12 || size < 10) return null;
                isExtended = true;
            }

            if (name.SequenceEqual("EXIF"u8)) orientation = OrientationOf(WithoutPrefix(chunk.Slice(8, (int)size)));
            if (IsOneOf(name, "VP8 ", "VP8L", "VP8X", "ALPH", "ICCP")) kept.Write(chunk);
            hasPicture |= IsOneOf(name, "VP8 ", "VP8L");
            at += (int)whole;
        }

        if (!hasPicture || at != end) return null;
        var turned = isExtended && orientation != Upright;
        byte[] made = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. kept.ToArray(), .. turned ? (byte[])[.. "EXIF"u8, 26, 0, 0, 0, .. Exif(orientation)] : []];
        BinaryPrimitives.WriteInt32LittleEndian(made.AsSpan(4), made.Length - 8);
        if (isExtended) made[flagsAt] = (byte)(made[flagsAt] & ~(hasExif | hasXmp) | (turned ? hasExif : 0));
        return made;
    }

    private static ReadOnlySpan<byte> WithoutPrefix(ReadOnlySpan<byte> exif) => exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;

    private static bool IsOneOf(ReadOnlySpan<byte> name, params ReadOnlySpan<string> names)
    {
        foreach (var one in names)
        {
            if (Ascii.Equals(name, one)) return true;
        }

        return false;
    }

    /// <summary>Which way up it is to be shown, 1 to 8 as EXIF counts; 1 where that isn't said.</summary>
    private static int OrientationOf(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 8) return Upright;
        var little = exif.StartsWith("II*\0"u8);
        if (!little && !exif.StartsWith("MM\0*"u8)) return Upright;
        var entries = little ? BinaryPrimitives.ReadUInt32LittleEndian(exif[4..]) : BinaryPrimitives.ReadUInt32BigEndian(exif[4..]);
        if (entries > exif.Length - 2) return Upright;
        var at = (int)entries;
        for (var left = Short(exif, at, little); left > 0 && at + 14 <= exif.Length; left--, at += 12)
        {
            if (Short(exif, at + 2, little) == 0x0112 && Short(exif, at + 4, little) == 3)
                return Short(exif, at + 10, little) is >= 1 and <= 8 and var orientation ? orientation : Upright;
        }

        return Upright;
    }

    private static ushort Short(ReadOnlySpan<byte> exif, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(exif[at..]) : BinaryPrimitives.ReadUInt16BigEndian(exif[at..]);

    /// <summary>EXIF that says which way up the picture is and nothing else, 26 bytes.</summary>
    private static byte[] Exif(int orientation) =>
        [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];

    private static byte[] PngChunk(ReadOnlySpan<byte> name, byte[] content)
    {
        byte[] chunk = [0, 0, 0, (byte)content.Length, .. name, .. content, 0, 0, 0, 0];
        var sum = uint.MaxValue;
        foreach (var read in chunk.AsSpan(4..^4))
        {
            sum ^= read;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
        }

        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(^4..), ~sum);
        return chunk;
    }
}
