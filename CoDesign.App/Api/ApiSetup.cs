using CoDesign.App.Live;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Api;

/// <summary>Puts the door for programs together.</summary>
public static class ApiSetup
{
    /// <summary>Adds what the API needs.</summary>
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Views>();
        builder.Services.AddSingleton<Tags>();
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi("v1");
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new IdJson());
            options.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase, false));
        });
        return builder;
    }

    /// <summary>Maps commands, views, the description of both, and health.</summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        app.MapCommands();
        app.MapViews();
        app.Map("/api/{**rest}", () => Problems.Of(Refusal.NotFound)).ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapGet("/health/live", () => TypedResults.Text("live")).ExcludeFromDescription();
        app.MapGet("/health/ready", (LiveStreams live) => live.IsRunning ? Results.Text("ready") : Results.StatusCode(503)).ExcludeFromDescription();
        return app;
    }
}
