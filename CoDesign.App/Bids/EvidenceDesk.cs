using System.Security.Cryptography;
using CoDesign.App.Evaluations;
using CoDesign.App.Live;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Bids;

/// <summary>Takes in the files of bids, and gives them to whoever may see them.</summary>
public sealed class EvidenceDesk(LiveStreams live, EvidenceStore store, EvidenceSettings settings, Clock clock)
{
    private static readonly Refusal _empty = new("file.empty", "Choose a file first.", "file");

    /// <summary>
    /// Puts a file to an answer. Whether it is in time is decided by the server's clock once its last byte has arrived and it is kept:
    /// one that spans the deadline is late, whenever it was begun.
    /// </summary>
    /// <param name="bid">The bid.</param>
    /// <param name="question">The question whose answer it is evidence for.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="actor">Who sends it.</param>
    /// <param name="act">The act; the same file sent by it again gets the first answer.</param>
    /// <param name="stopping">Stops it.</param>
    public async Task<Answer> PutAsync(BidId bid, CriterionId question, IFormFile? sent, ParticipantId actor, OperationId act, CancellationToken stopping)
    {
        var copy = live.Get(bid.Stream);
        if (copy.State is not Bid { Team: var team } || copy.Key is not { } key || !team.Contains(actor)) return Refused(Refusal.NotFound);
        if (sent is null || sent.Length == 0) return Refused(_empty);
        if (sent.Length > settings.Largest) return Refused(Unfit($"“{sent.FileName}” is too large."));
        var content = new byte[sent.Length];
        await using (var arrived = sent.OpenReadStream()) await arrived.ReadExactlyAsync(content, stopping);
        if (TypeOf(sent.FileName, content) is not { } type) return Refused(Unfit($"“{sent.FileName}” isn’t of a type that we can take, or what is in it isn’t what its name says."));

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var name = EvidenceFile.SafeName(sent.FileName, type.Endings[0]);
        var operation = act.Then($"evidence {question} {hash} {name}");
        var file = new EvidenceFile(new EvidenceId(Derived.Guid(operation.Value, "file")), question, name, sent.Length, hash);
        using (store.Hold(file.Id))
        {
            await store.WriteAsync(key, file.Id, content, stopping);
            var answer = await live.ExecuteAsync(bid.Stream, new AddEvidence(file, settings.Most), actor, operation);
            if (!answer.Accepted && (live.Get(bid.Stream).State as Bid)?.FindFile(file.Id) is null) store.Delete(file.Id);
            return answer;
        }

        Answer Refused(Refusal refusal) => new(bid.Stream, copy.Version, null, refusal);
    }

    /// <summary>A file of a bid, for its team.</summary>
    public Task<IResult> GiveAsync(HttpContext http, string bid, string file)
    {
        var view = Id.TryParse<BidId>(bid, out var id) ? BidReading.View(new Reading(live), id, http.User.Participant(), clock.Now()) : null;
        var found = Id.TryParse<EvidenceId>(file, out var which) ? view?.FindFile(which) : null;
        return GiveAsync(http, id, found?.Id, found?.Name, found?.Bytes ?? 0);
    }

    /// <summary>A file of a bid that was opened, for whoever may see it through the panel.</summary>
    public Task<IResult> GiveToPanelAsync(HttpContext http, string panel, string bid, string file)
    {
        var view = Id.TryParse<PanelId>(panel, out var id) ? PanelReading.View(new Reading(live), id, http.User.Participant()) : null;
        var theirs = Id.TryParse<BidId>(bid, out var whose) ? view?.Bids?.Find(one => one.Bid == whose) : null;
        var found = Id.TryParse<EvidenceId>(file, out var which) ? theirs?.Files.FirstOrDefault(one => one.Id == which) : null;
        return GiveAsync(http, whose, found?.Id, theirs is null || found is null ? null : $"{theirs.Label}, {found.Name}", found?.Bytes ?? 0);
    }

    private async Task<IResult> GiveAsync(HttpContext http, BidId bid, EvidenceId? file, string? name, long bytes)
    {
        if (file is not { } found || name is null || live.Get(bid.Stream).Key is not { } key) return TypedResults.NotFound();
        var content = await store.ReadAsync(key, found, bytes, http.RequestAborted);
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(content, EvidenceType.Of(name[name.LastIndexOf('.')..]).MediaType, name);
    }

    private Refusal Unfit(string why) => new("evidence.unfit", $"{why} Use {settings.InWords}", "file");

    private EvidenceType? TypeOf(string name, byte[] content)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        return settings.Types.FirstOrDefault(type => type.Endings.Contains(ending)) is { } type && type.Fits(content) ? type : null;
    }
}
