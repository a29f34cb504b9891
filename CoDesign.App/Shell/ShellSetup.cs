using CoDesign.App.Identity;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;

namespace CoDesign.App.Shell;

/// <summary>Puts the shell together: pages, layout, forms, and what every answer keeps to.</summary>
public static class ShellSetup
{
    private const int LargestRequest = 2 * 1024 * 1024;

    /// <summary>Adds pages and the services they share.</summary>
    public static WebApplicationBuilder AddShell(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(Welcome.DefaultAddress);
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents(options => options.DetailedErrors = builder.Environment.IsDevelopment())
            .AddHubOptions(options =>
            {
                options.MaximumReceiveMessageSize = 256 * 1024;
                options.AddFilter<SuspendedCircuits>();
            });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestRequest;
        });
        services.Configure<FormOptions>(options =>
        {
            options.ValueLengthLimit = LargestRequest;
            options.ValueCountLimit = 2_000;
            options.MultipartBodyLengthLimit = LargestRequest;
        });
        services.AddExceptionHandler<ApiFault>();
        services.AddScoped<PageState>();
        services.AddSingleton<Installation>();
        services.AddSingleton<Markdown>();
        return builder;
    }

    /// <summary>Adds what every answer keeps to, and plain words for whatever goes wrong.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseOriginCheck();
        app.UseProblemPages();
        app.UseFormAnswers();
        return app;
    }

    /// <summary>Maps the pages and their files.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        app.UseAntiforgery();
        app.UseFormGuard();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            options.DisableWebSocketCompression = true;
            options.ContentSecurityFrameAncestorsPolicy = null;
        });
        return app;
    }
}
