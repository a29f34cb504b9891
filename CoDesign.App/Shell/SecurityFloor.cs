namespace CoDesign.App.Shell;

/// <summary>What every answer and every live connection keeps to, whatever the page.</summary>
public static class SecurityFloor
{
    /// <summary>Tells the browser to run and show nothing but our own.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var nonce = Nonce.Of(http);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; " +
            "img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(http);
    });

    /// <summary>Refuses live connections and changes that another site's page asks for in somebody's name.</summary>
    public static IApplicationBuilder UseOriginCheck(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!IsGuarded(http.Request) || IsOwn(http.Request)) return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsGuarded(HttpRequest request) =>
        request.Path.StartsWithSegments("/_blazor") || request.Path.StartsWithSegments("/hubs") ||
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    /// <summary>Programs send no origin; browsers always do, and cannot be made to lie about it.</summary>
    private static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var from) &&
            string.Equals(from.Authority, Authority(request, from), StringComparison.OrdinalIgnoreCase);
    }

    private static string Authority(HttpRequest request, Uri from) =>
        request.Host.Port is { } port && !(from.IsDefaultPort && port == from.Port) ? $"{request.Host.Host}:{port}" : request.Host.Host;
}
