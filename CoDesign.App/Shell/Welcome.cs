using CoDesign.App.Identity;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CoDesign.App.Shell;

/// <summary>Says where the app is and, in Development, how to sign in as each of the sample people.</summary>
public static class Welcome
{
    /// <summary>Where the app listens when nobody says otherwise.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Says it once the app answers.</summary>
    public static WebApplication SayWhereWeAre(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            foreach (var address in addresses) Console.WriteLine($"CoDesign is at {address}");
            if (!app.Environment.IsDevelopment() || addresses.FirstOrDefault() is not { } here) return;
            Console.WriteLine($"Sign in as any of these people with one click at {here}/sign-in, or with POST {here}/dev/sign-in/<persona>:");
            foreach (var person in SamplePeople.All) Console.WriteLine($"  {person.Persona,-14} {person.Name}: {person.Part}");
        });
        return app;
    }
}
