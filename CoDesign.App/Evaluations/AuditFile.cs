using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoDesign.App.Exports;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Evaluations;

/// <summary>Gives an evaluation as an auditor's file: events as data, scores as a table, all of it as a page, and the heads of the chains.</summary>
public static class AuditFile
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Maps the file.</summary>
    public static WebApplication MapAudits(this WebApplication app)
    {
        app.MapGet("/panels/{id}/audit.zip", (string id, HttpContext http, AuditReading audits, EventCatalogue catalogue, People people, Clock clock) =>
        {
            if (!Id.TryParse<PanelId>(id, out var panel) || audits.Read(panel, http.User.Participant()) is not { } seen) return Results.NotFound();
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(Zip(seen, catalogue, people.NameOf, clock.Now()), "application/zip", $"evaluation-{seen.Tender.Publication?.Reference}.zip");
        }).ExcludeFromDescription();
        return app;
    }

    /// <summary>Who did something, as it may be told.</summary>
    public static string Who(AuditSeen seen, AuditStep step, Func<ParticipantId, string> nameOf) => step.Who is { } who ? nameOf(who)
        : step.Of.Stream == seen.Panel.Id.Stream ? "Somebody of the panel" : "Somebody who may bid";

    /// <summary>A cell of a table that spreadsheets show as it is: what they would take for a formula stands behind an apostrophe.</summary>
    public static string Cell(string text)
    {
        var plain = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
        return $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static byte[] Zip(AuditSeen seen, EventCatalogue catalogue, Func<ParticipantId, string> nameOf, DateTimeOffset now)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "evaluation.html", WebPage.Of($"Audit of {seen.Tender.Title}", Page(seen, nameOf, now)), now);
            Put(zip, "events.json", Events(seen, catalogue, nameOf).ToJsonString(Readable), now);
            // The mark at the beginning tells spreadsheets that it is UTF-8.
            Put(zip, "scores.csv", "\uFEFF" + Scores(seen, nameOf), now);
            Put(zip, "heads.json", Heads(seen, now).ToJsonString(Readable), now);
        }

        return file.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string text, DateTimeOffset now)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = now;
        using var to = entry.Open();
        to.Write(Encoding.UTF8.GetBytes(text));
    }

    private static JsonArray Events(AuditSeen seen, EventCatalogue catalogue, Func<ParticipantId, string> nameOf) => [.. seen.Steps.Select(step => new JsonObject
    {
        ["history"] = step.Of.Name,
        ["stream"] = step.Of.Stream.ToString(),
        ["version"] = step.Happened.Version,
        ["at"] = step.Happened.At.ToString("O", CultureInfo.InvariantCulture),
        ["type"] = catalogue.NameOf(step.Happened.Event.GetType()),
        ["by"] = step.Who?.Text(),
        ["name"] = Who(seen, step, nameOf),
        ["what"] = step.InWords(nameOf),
        ["why"] = step.Why,
        ["data"] = step.IsTold ? JsonNode.Parse(catalogue.Write(step.Happened.Event)) : null,
    })];

    private static JsonObject Heads(AuditSeen seen, DateTimeOffset now) => new()
    {
        ["read"] = now.ToString("O", CultureInfo.InvariantCulture),
        ["genuine"] = seen.IsGenuine,
        ["chain"] = "HMAC-SHA256 over the hash before, stream, version, type, payload, actor, time in ticks and wrapped key; the key is kept by the installation.",
        ["histories"] = new JsonArray([.. seen.Histories.Select(history => new JsonObject
        {
            ["history"] = history.Of.Name,
            ["stream"] = history.Of.Stream.ToString(),
            ["storedAs"] = history.Check.Stream,
            ["events"] = history.Check.Events,
            ["head"] = history.Check.Head,
            ["faults"] = new JsonArray([.. history.Check.Faults.Select(fault => new JsonObject { ["version"] = fault.Version, ["what"] = fault.What })]),
        })]),
    };

    private static string Scores(AuditSeen seen, Func<ParticipantId, string> nameOf)
    {
        var (panel, counted) = (seen.Panel, seen.Panel.Counted.ToHashSet());
        var table = new StringBuilder();
        void Row(params ReadOnlySpan<string> cells) => table.AppendJoin(',', [.. cells.ToArray().Select(Cell)]).Append("\r\n");
        Row("Bid", "Organisation", "Question", "Weight", "Evaluator", "Group", "Points", "Of", "Reason", "Counts");
        foreach (var score in panel.Scores)
        {
            var bid = panel.Bids?.Find(one => one.Bid == score.Bid);
            var question = seen.Tender.Criteria.Find(one => one.Id == score.Question);
            Row(bid?.Label ?? "", bid?.Organisation ?? "", question?.Title ?? "", question is null ? "" : Result.ShareOf(seen.Tender.Criteria, question).ToString(),
                nameOf(score.Evaluator), panel.GroupOf(score.Evaluator) ?? "", score.Points.ToString(CultureInfo.InvariantCulture),
                question?.Scale.Top.ToString(CultureInfo.InvariantCulture) ?? "", score.Reason, counted.Contains(score) ? "yes" : "no");
        }

        return table.ToString();
    }

    private static string Page(AuditSeen seen, Func<ParticipantId, string> nameOf, DateTimeOffset now)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<p>Read from what is stored on {Text(Words.When(now))}.</p><h2>Is it as it was written?</h2>");
        page.Append(seen.IsGenuine ? "<p><strong>Yes. Every event is as it was written.</strong></p>" : "<p><strong>No. Something was changed in what is stored.</strong></p>");
        page.Append("<table><tr><th>History</th><th>Events</th><th>Faults</th><th>Its last hash</th></tr>");
        foreach (var history in seen.Histories)
        {
            var faults = string.Join(' ', history.Check.Faults.Select(fault => fault.What));
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(history.Of.Name)}</td><td>{history.Check.Events}</td><td>{Text(faults.Length > 0 ? faults : "None")}</td><td>{history.Check.Head}</td></tr>");
        }

        page.Append("</table><h2>What happened</h2><table><tr><th>When</th><th>Where</th><th>Who did what</th></tr>");
        foreach (var step in seen.Steps)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(Words.When(step.Happened.At))}</td><td>{Text(step.Of.Name)}, event {step.Happened.Version}</td>");
            page.Append(CultureInfo.InvariantCulture, $"<td>{Text(Who(seen, step, nameOf))} {Text(step.InWords(nameOf))}.{(step.Why.Length > 0 ? $"<br>{Text(step.Why)}" : "")}</td></tr>\n");
        }

        return page.Append("</table>\n").ToString();
    }

    private static string Text(string words) => WebUtility.HtmlEncode(words);
}
