namespace CoDesign.Domain.Kernel;

/// <summary>Names one stream: its kind ("project", "text", …) and its identifier.</summary>
/// <param name="Kind">The kind's name in the singular, as in <see cref="StreamKind.Name"/>.</param>
/// <param name="Value">The identifier, unique across all kinds.</param>
public readonly record struct StreamId(string Kind, Guid Value)
{
    /// <summary>The stream's name as it stands in the store: <c>kind/32 hexadecimal digits</c>.</summary>
    public override string ToString() => $"{Kind}/{Value:n}";

    /// <summary>Reads a stream's name; anything that does not have the form is refused.</summary>
    public static bool TryParse(string? text, out StreamId id)
    {
        id = default;
        if (text is null) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || !Guid.TryParseExact(text.AsSpan(slash + 1), "n", out var value)) return false;
        id = new StreamId(text[..slash], value);
        return true;
    }
}
