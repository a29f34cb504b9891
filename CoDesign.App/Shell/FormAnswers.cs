namespace CoDesign.App.Shell;

/// <summary>
/// How a form that was done answers: <c>303 See Other</c>, so that going back or loading again sends nothing twice;
/// to our own script, the address alone, so that it needn't fetch a page that it doesn't show.
/// </summary>
public static class FormAnswers
{
    private const string ByScript = "X-Form";
    private const string Return = "X-Return";

    /// <summary>Turns the redirects that follow a form into these.</summary>
    public static IApplicationBuilder UseFormAnswers(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsPost(http.Request.Method)) http.Response.OnStarting(Answer, http);
        return next(http);
    });

    private static Task Answer(object state)
    {
        var http = (HttpContext)state;
        var response = http.Response;
        if (response.StatusCode != StatusCodes.Status302Found) return Task.CompletedTask;
        response.StatusCode = StatusCodes.Status303SeeOther;
        if (!http.Request.Headers.ContainsKey(ByScript)) return Task.CompletedTask;
        response.StatusCode = StatusCodes.Status200OK;
        response.Headers[Return] = response.Headers.Location;
        response.Headers.Remove("Location");
        return Task.CompletedTask;
    }
}
