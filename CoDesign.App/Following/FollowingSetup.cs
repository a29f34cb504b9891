using CoDesign.App.Live;
using CoDesign.App.Storage;

namespace CoDesign.App.Following;

/// <summary>Puts together who follows which tender, and how they are told.</summary>
public static class FollowingSetup
{
    /// <summary>Adds following and the post.</summary>
    public static WebApplicationBuilder AddFollowing(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(MailSettings.Of(builder.Configuration, builder.Environment));
        services.AddSingleton<Followers>();
        services.AddSingleton<FollowedSearches>();
        services.AddHostedService<SearchNews>();
        services.AddSingleton<IReadModel, FollowerNews>();
        services.AddSingleton<Addresses>();
        services.AddSingleton<IReadModel, ReminderPost>();
        services.AddSingleton<IReadModel, AwardPost>();
        services.AddSingleton<IReadModel, Subcontracts.SubcontractPost>();
        services.AddSingleton<SealedPost>();
        services.AddRunning<Postman>();
        services.AddRunning<Tenders.VisitNews>();
        return builder;
    }
}

/// <summary>How e-mail is sent.</summary>
/// <param name="Host">The server that takes it; empty where none is set up.</param>
/// <param name="Port">Its port.</param>
/// <param name="User">The name to sign in with; empty for none.</param>
/// <param name="Password">The password to sign in with.</param>
/// <param name="From">The address that messages come from.</param>
/// <param name="Site">Where this site is, as links in messages say.</param>
/// <param name="Encrypted">Whether a connection that isn't encrypted is refused.</param>
/// <param name="ShowsOutbox">Whether what would be sent can be looked at instead: in Development alone.</param>
public sealed record MailSettings(string Host, int Port, string User, string Password, string From, string Site, bool Encrypted, bool ShowsOutbox)
{
    /// <summary>Whether messages are sent.</summary>
    public bool IsSetUp => Host.Length > 0;

    /// <summary>Whether anybody can ask to be told by e-mail.</summary>
    public bool IsOffered => IsSetUp || ShowsOutbox;

    /// <summary>The settings under <c>Mail</c>.</summary>
    public static MailSettings Of(IConfiguration configuration, IHostEnvironment environment) => new(
        configuration["Mail:Host"] ?? "", configuration.GetValue("Mail:Port", 587), configuration["Mail:User"] ?? "", configuration["Mail:Password"] ?? "",
        configuration["Mail:From"] is { Length: > 0 } from ? from : "codesign@localhost",
        (configuration["Mail:Site"] is { Length: > 0 } site ? site : "http://localhost:5080").TrimEnd('/'),
        configuration.GetValue("Mail:Encrypted", true), environment.IsDevelopment());
}
