using System.Text;
using System.Text.Json;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;

namespace CoDesign.App.Workshops;

/// <summary>A card as a file that one project gives to another.</summary>
/// <param name="Format"><see cref="First"/>.</param>
/// <param name="Card">The card.</param>
public sealed record CardFile(string Format, MethodCard Card)
{
    /// <summary>What such a file calls itself.</summary>
    public const string First = "codesign.card.v1";

    /// <summary>The largest file that is read, in bytes.</summary>
    public const int Largest = 64 * 1024;

    private static readonly JsonSerializerOptions _written = new(DomainJson.Options) { WriteIndented = true };

    /// <summary>The card of a file. Refused: no file, one that is too large, and one that isn't a card. What is on the card is for the project to judge.</summary>
    public static async Task<(MethodCard? Card, Refusal? Refusal)> ReadAsync(IFormFile? file, CancellationToken stopping)
    {
        if (file is null || file.Length == 0) return (null, new Refusal("file.empty", "Choose a file first.", "file"));
        if (file.Length > Largest) return (null, new Refusal("file.too-large", "A card’s file has at most 64 KB; this one has more, so it isn’t one.", "file"));
        try
        {
            await using var stream = file.OpenReadStream();
            var read = await JsonSerializer.DeserializeAsync<CardFile>(stream, DomainJson.Options, stopping);
            return read is { Format: First, Card: { } card } ? (card, null) : (null, NotACard);
        }
        catch (Exception unread) when (unread is JsonException or DecoderFallbackException or InvalidOperationException or OverflowException)
        {
            return (null, NotACard);
        }
    }

    /// <summary>A card of a deck that the reader may see, as a file to keep; the same answer for one that isn't there.</summary>
    public static IResult Give(HttpContext http, string project, string key)
    {
        var services = http.RequestServices;
        var view = Id.TryParse<ProjectId>(project, out var id)
            ? ProjectReading.View(new Reading(services.GetRequiredService<LiveStreams>()), id, http.User.Participant())
            : null;
        if (view is null || services.GetRequiredService<Deck>().Find(view, key) is not { } card) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(new CardFile(First, card), _written), "application/json", $"{card.Name}.json");
    }

    private static Refusal NotACard { get; } =
        new("file.not-a-card", "This file isn’t a card. Use one that was saved from a Method Deck with “Save as a file”.", "file");
}
