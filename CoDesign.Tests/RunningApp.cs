using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace CoDesign.Tests;

/// <summary>The whole app on a free port, with a data folder of its own that goes when it stops.</summary>
public sealed class RunningApp : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("codesign");

    public RunningApp() => UseKestrel(0);

    /// <summary>Where it listens.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Starts it where it isn't running.</summary>
    public RunningApp Started()
    {
        StartServer();
        return this;
    }

    /// <summary>Signs in as one of the sample people; the cookies are theirs.</summary>
    public async Task<CookieContainer> SignInAsync(string persona)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var client = new HttpClient(handler) { BaseAddress = Address };
        using var answer = await client.PostAsync(new Uri($"/dev/sign-in/{persona}", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
        return cookies;
    }

    /// <summary>A connection to a hub, not started; without a persona, nobody's.</summary>
    public async Task<HubConnection> HubAsync(string path, string? persona)
    {
        var cookies = persona is null ? new CookieContainer() : await SignInAsync(persona);
        return new HubConnectionBuilder().WithUrl(new Uri(Address, path), options => options.Cookies = cookies).Build();
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = _data.FullName,
            ["SampleData"] = "false",
            ["Logging:LogLevel:Default"] = "None",
        }));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment(Environments.Development);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
