using System.Text;
using CoDesign.App.Live;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Bids;

/// <summary>The text that a receipt's hash is of, for the bid's team.</summary>
public static class ReceiptRoutes
{
    /// <summary>Maps <c>/bids/{bid}/receipts/{number}/content.txt</c>.</summary>
    public static void MapReceipts(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/bids/{bid}/receipts/{number}/content.txt", Give).ExcludeFromDescription();

    private static IResult Give(string bid, string number, HttpContext http, LiveStreams live, Clock clock)
    {
        var view = Id.TryParse<BidId>(bid, out var id) ? BidReading.View(new Reading(live), id, http.User.Participant(), clock.Now()) : null;
        if (view is null || !int.TryParse(number, out var place) || place < 1 || place > view.Receipts.Length) return TypedResults.NotFound();
        var of = view.Receipts[place - 1].Submission;
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(of.Content(view.Organisation)), "text/plain; charset=utf-8", $"receipt-{place}.txt");
    }
}
