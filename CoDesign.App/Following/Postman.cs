using CoDesign.App.Live;
using CoDesign.App.Storage;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace CoDesign.App.Following;

/// <summary>
/// Sends what waits to be sent, and forgets it once a server has taken it. What a server doesn't take is tried again, ever more
/// seldom, for about three days. Where no server is set up, it waits.
/// </summary>
public sealed class Postman(IDbContextFactory<CoDesignDb> databases, MailSettings settings, SealedPost post, TimeProvider time, ILogger<Postman> log)
    : Chore(TimeSpan.FromSeconds(5), log)
{
    /// <summary>Stands in a message for where this site is.</summary>
    public const string Site = "{site}";

    private const int MostTries = 14;
    private const int AtOnce = 100;
    private static readonly TimeSpan _longestWait = TimeSpan.FromHours(8);

    /// <inheritdoc />
    protected override bool IsNeeded => settings.IsSetUp;

    /// <summary>Sends all that is due; ends once that was tried.</summary>
    protected override async Task TurnAsync(CancellationToken stopping)
    {
        while (await SendSomeAsync(stopping) == AtOnce) stopping.ThrowIfCancellationRequested();
    }

    private async Task<int> SendSomeAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcTicks;
        var due = await db.Outgoing.Where(o => o.NotBefore <= now).OrderBy(o => o.Id).Take(AtOnce).ToListAsync(cancellation);
        if (due.Count == 0) return 0;
        using var client = new SmtpClient();
        foreach (var row in due)
        {
            try
            {
                if (!client.IsConnected) await ConnectAsync(client, cancellation);
                await client.SendAsync(MessageOf(row), cancellation);
                db.Outgoing.Remove(row);
            }
            catch (Exception failed) when (failed is ServiceNotConnectedException or ServiceNotAuthenticatedException or CommandException or ProtocolException or AuthenticationException or IOException or System.Net.Sockets.SocketException or SslHandshakeException)
            {
                PutOff(db, row, failed);
            }

            await db.SaveChangesAsync(cancellation);
        }

        if (client.IsConnected) await client.DisconnectAsync(quit: true, cancellation);
        return due.Count;
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellation)
    {
        await client.ConnectAsync(settings.Host, settings.Port, settings.Encrypted ? SecureSocketOptions.Auto : SecureSocketOptions.StartTlsWhenAvailable, cancellation);
        if (settings.Encrypted && !client.IsSecure) throw new IOException("The mail server offers no encryption.");
        if (settings.User.Length > 0) await client.AuthenticateAsync(settings.User, settings.Password, cancellation);
    }

    /// <summary>Neither the address nor the message is logged.</summary>
    private void PutOff(CoDesignDb db, OutgoingRow row, Exception failed)
    {
        row.Tries++;
        var wait = TimeSpan.FromMinutes(Math.Pow(2, row.Tries - 1));
        row.NotBefore = time.GetUtcNow().Add(wait < _longestWait ? wait : _longestWait).UtcTicks;
        if (row.Tries >= MostTries) db.Outgoing.Remove(row);
        log.LogWarning("A message could not be sent at try {Try}: {Failure}", row.Tries, failed.GetType().Name);
    }

    private MimeMessage MessageOf(OutgoingRow row)
    {
        var letter = post.Open(row);
        var message = new MimeMessage { Subject = letter.Subject, Body = new TextPart("plain") { Text = letter.Body.Replace(Site, settings.Site, StringComparison.Ordinal) } };
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.Add(MailboxAddress.Parse(letter.Email));
        if (row.Token.Length > 0) message.Headers.Add(HeaderId.ListUnsubscribe, $"<{settings.Site}/follow/{row.Token}/stop>");
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
