using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace CoDesign.App.Shell;

/// <summary>Plain words for whatever goes wrong; programs get problem details instead.</summary>
public static class ProblemPages
{
    /// <summary>The request's name in the logs, for people to tell us.</summary>
    public static string Reference(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    /// <summary>Shows a page for every failure that has no body of its own.</summary>
    public static IApplicationBuilder UseProblemPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/problem/500", CreateScopeForErrors = true });
        app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        return app.Use(async (http, next) =>
        {
            if (IsForPrograms(http.Request) && http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            var failed = http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
            if (failed)
            {
                http.Request.Method = HttpMethods.Get;
                http.Features.Set<IAntiforgeryValidationFeature>(null);
            }

            await next(http);
            if (!failed && !IsForPrograms(http.Request)) HideWhatIsNotThere(http.Response);
        });
    }

    // Files are found by a route that matches every address, so that a post to nowhere would seem to be to something.
    private static void HideWhatIsNotThere(HttpResponse response)
    {
        if (response is not { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false }) return;
        response.StatusCode = StatusCodes.Status404NotFound;
        response.Headers.Remove("Allow");
    }

    /// <summary>Refuses a form whose token doesn't belong to this browser, before any page sees it.</summary>
    public static IApplicationBuilder UseFormGuard(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>Whether a request comes from a program rather than a person looking at a page.</summary>
    public static bool IsForPrograms(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/hubs") ||
        request.Path.StartsWithSegments("/_blazor") || request.Path.StartsWithSegments("/openapi");
}

/// <summary>Tells a program that something broke on our side, and under which reference to ask about it.</summary>
public sealed class ApiFault(IProblemDetailsService problems) : IExceptionHandler
{
    /// <inheritdoc />
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!ProblemPages.IsForPrograms(httpContext.Request)) return ValueTask.FromResult(false);
        var status = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        httpContext.Response.StatusCode = status;
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails =
            {
                Status = status,
                Title = "Something went wrong on our side. Nothing was lost; try again.",
                Extensions = { ["reference"] = ProblemPages.Reference(httpContext) },
            },
        });
    }
}
