using System.Security.Cryptography;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Workshops;

namespace CoDesign.App.Workshops;

/// <summary>A photo that was taken in.</summary>
/// <param name="File">SHA-256 of its bytes, as they are kept.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Format"><c>jpeg</c>, <c>png</c> or <c>webp</c>, told by its bytes, not by its name.</param>
public sealed record KeptPicture(string File, long Bytes, string Format);

/// <summary>Keeps photos as files named by their hash, and gives them to whoever may see the board.</summary>
public sealed class Pictures(DataFolder folder)
{
    /// <summary>The largest photo, in bytes.</summary>
    public const int Largest = 10_000_000;

    private static readonly Refusal _form = new("picture.form", "Use a whole photo in JPEG, PNG or WebP format of at most 10 MB.", "file");

    private string Folder => folder.File("pictures");

    /// <summary>Keeps a photo, without anything that tells where or with what it was taken, durably, before anything says that it is on a board.</summary>
    public async Task<(KeptPicture? Kept, Refusal? Refusal)> TakeInAsync(IFormFile? sent, CancellationToken stopping)
    {
        if (sent is null || sent.Length == 0) return (null, new Refusal("file.empty", "Choose a photo first.", "file"));
        if (sent.Length > Largest) return (null, _form);
        var bytes = new byte[sent.Length];
        await using (var stream = sent.OpenReadStream()) await stream.ReadExactlyAsync(bytes, stopping);
        if (PictureFilter.Clean(bytes) is not var (picture, format)) return (null, _form);
        var name = Convert.ToHexStringLower(SHA256.HashData(picture));
        var path = Path.Combine(Folder, name);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Folder);
            var fresh = $"{path}.{Guid.NewGuid():n}";
            await using (var stream = new FileStream(fresh, FileMode.CreateNew))
            {
                await stream.WriteAsync(picture, stopping);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }

        return (new KeptPicture(name, picture.Length, format), null);
    }

    /// <summary>A photo of a board that the reader may see; the same answer for one that isn't there.</summary>
    public IResult Give(HttpContext http, string activity, string picture)
    {
        var live = http.RequestServices.GetRequiredService<LiveStreams>();
        if (!Id.TryParse<ActivityId>(activity, out var id) || !Id.TryParse<PictureId>(picture, out var which)) return TypedResults.NotFound();
        var found = BoardReading.View(new Reading(live), id, http.User.Participant())?.Pictures.Find(p => p.Id == which);
        if (found is null) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.PhysicalFile(Path.Combine(Folder, found.File), $"image/{found.Format}", $"{found.Id}.{found.Format}");
    }
}
