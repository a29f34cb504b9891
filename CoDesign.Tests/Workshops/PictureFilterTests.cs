using System.Text;
using CoDesign.App.Workshops;

namespace CoDesign.Tests.Workshops;

/// <summary>A photo of a flip chart doesn't tell where or with what it was taken.</summary>
public sealed class PictureFilterTests
{
    public static TheoryData<string> Formats => [.. Photos.All.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Where_it_was_and_what_took_it_never_comes_out_again(string format)
    {
        Assert.Contains(Photos.Place, Said(Photos.All[format]), StringComparison.Ordinal);
        var (clean, told) = PictureFilter.Clean(Photos.All[format])!.Value;
        Assert.Equal(format, told);
        Assert.DoesNotContain(Photos.Place, Said(clean), StringComparison.Ordinal);
        Assert.DoesNotContain(Photos.Phone, Said(clean), StringComparison.Ordinal);
        Assert.Equal(-1, clean.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x88, 0x25]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void It_still_says_which_way_up_it_is_and_nothing_more(string format)
    {
        var clean = PictureFilter.Clean(Photos.All[format])!.Value.Bytes;
        byte[] onItsSide = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
        Assert.NotEqual(-1, clean.AsSpan().IndexOf(onItsSide));
        Assert.Equal(clean, PictureFilter.Clean(clean)!.Value.Bytes);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void One_that_is_cut_off_anywhere_is_refused(string format)
    {
        var clean = PictureFilter.Clean(Photos.All[format])!.Value.Bytes;
        for (var length = 0; length < clean.Length; length++) Assert.Null(PictureFilter.Clean(clean.AsSpan(0, length)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void One_with_any_bytes_changed_is_refused_or_still_tells_nothing(string format)
    {
        var random = new Random(20261123);
        for (var round = 0; round < 20_000; round++)
        {
            var hostile = Photos.All[format].ToArray();
            for (var change = 0; change < 3; change++) hostile[random.Next(hostile.Length)] = (byte)random.Next(256);
            if (PictureFilter.Clean(hostile) is not var (clean, _)) continue;
            Assert.InRange(clean.Length, 1, hostile.Length + 40);
            Assert.Equal(clean, PictureFilter.Clean(clean)!.Value.Bytes);
        }
    }

    [Fact]
    public void A_huge_size_inside_is_refused()
    {
        Assert.Null(PictureFilter.Clean([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, .. "IHDR"u8, 0, 0, 0, 0]));
        Assert.Null(PictureFilter.Clean([.. "RIFF"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. "WEBPVP8 "u8, 0xFF, 0xFF, 0xFF, 0xFF]));
        Assert.Null(PictureFilter.Clean([.. "RIFF"u8, 12, 0, 0, 0, .. "WEBPVP8 "u8, 0xFF, 0xFF, 0xFF, 0xFF]));
        Assert.Null(PictureFilter.Clean([0xFF, 0xD8, 0xFF, 0xDA, 0xFF, 0xFF, 0xFF, 0xD9]));
    }

    [Fact]
    public void What_is_no_photo_is_refused()
    {
        Assert.Null(PictureFilter.Clean([]));
        Assert.Null(PictureFilter.Clean("<svg onload='x'/>"u8));
        Assert.Null(PictureFilter.Clean([0xFF, 0xD8, 0xFF, 0xD9]));
    }

    private static string Said(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
