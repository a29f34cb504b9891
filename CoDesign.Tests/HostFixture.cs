using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CoDesign.Tests;

/// <summary>The whole app on a free port of this machine, with a data folder of its own that goes when it does.</summary>
public class HostFixture : WebApplicationFactory<App.Shell.App>, IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("codesign-test-").FullName;

    /// <summary>Development, unless a test needs the other.</summary>
    protected virtual string Environment => "Development";

    /// <summary>Settings besides those of every test.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    /// <summary>Where the app answers.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Somebody with a browser of their own, without scripts.</summary>
    public Visitor NewVisitor() => new(Address);

    /// <summary>One of the sample people, signed in.</summary>
    public async Task<Visitor> SignedInAsync(string persona)
    {
        var visitor = NewVisitor();
        var answer = await visitor.PostAsync($"/dev/sign-in/{persona}");
        Assert.Equal(204, (int)answer.StatusCode);
        return visitor;
    }

    public ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_data, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Data:Path", _data);
        builder.UseSetting("SampleData", false.ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Error");
        foreach (var (name, value) in Settings) builder.UseSetting(name, value);
    }
}

/// <summary>The app as it runs for real.</summary>
public sealed class ProductionHostFixture : HostFixture
{
    protected override string Environment => "Production";
}
