namespace CoDesign.App.Shell;

/// <summary>How somebody wants pages to look on this device: colours and size of text. Kept in a cookie that holds nothing else.</summary>
/// <param name="Theme">One of <see cref="Themes"/>.</param>
/// <param name="Size">One of <see cref="Sizes"/>.</param>
public sealed record Display(string Theme, string Size)
{
    private const string Cookie = "display";

    /// <summary>What can be chosen for colours; the first follows the device.</summary>
    public static IReadOnlyList<Choice> Themes { get; } =
    [
        new("device", "As my device is set"),
        new("light", "Light"),
        new("dark", "Dark"),
        new("contrast", "High contrast", "White and yellow on black, with strong outlines"),
    ];

    /// <summary>What can be chosen for the size of text.</summary>
    public static IReadOnlyList<Choice> Sizes { get; } =
    [
        new("normal", "Normal"),
        new("large", "Large"),
        new("largest", "Largest"),
    ];

    /// <summary>As the device is set.</summary>
    public static Display Device { get; } = new("device", "normal");

    /// <summary>What the browser is told about its own controls.</summary>
    public string ColourScheme => Theme switch { "light" => "light", "dark" or "contrast" => "dark", _ => "light dark" };

    /// <summary>What was chosen on this device; anything that isn't on offer counts as not chosen.</summary>
    public static Display Of(HttpContext http)
    {
        var parts = (http.Request.Cookies[Cookie] ?? "").Split('.');
        return Of(parts[0], parts.Length > 1 ? parts[1] : null);
    }

    /// <summary>The choice that was named; anything that isn't on offer counts as not chosen.</summary>
    public static Display Of(string? theme, string? size) => new(
        Themes.Any(choice => choice.Value == theme) ? theme! : Device.Theme,
        Sizes.Any(choice => choice.Value == size) ? size! : Device.Size);

    /// <summary>Keeps another size of text on this device, with the colours that it has.</summary>
    public static void Resize(HttpContext http, string? size) => Of(Of(http).Theme, size).Keep(http);

    /// <summary>Keeps the choice on this device for a year.</summary>
    public void Keep(HttpContext http) => http.Response.Cookies.Append(Cookie, $"{Theme}.{Size}", new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
    });
}
