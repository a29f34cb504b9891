namespace CoDesign.Domain.Projects;

/// <summary>
/// Notices where an outcome says what somebody does instead of what would be different for people. It only offers a question:
/// nothing is refused because of it, and it is content to miss some.
/// </summary>
public static class ActivityWording
{
    /// <summary>What services do; whoever an outcome is for doesn't.</summary>
    private static readonly string[] _services = ["provide", "deliver", "organise", "organize", "commission", "procure", "recruit", "roll out", "set up"];

    /// <summary>What people do too: an activity only at the beginning, or where a service does it.</summary>
    private static readonly string[] _anybody = ["run", "hold", "host", "offer", "train", "fund", "create", "develop", "build", "launch", "arrange", "support", "promote"];

    private static readonly string[] _doers = ["we", "to", "will", "staff", "provider", "providers", "council", "service", "services", "team", "teams", "volunteers", "workers", "officers"];

    private static readonly string[] _things = ["session", "sessions", "workshop", "workshops", "course", "courses", "training", "leaflet", "leaflets", "campaign", "programme", "helpline"];

    /// <summary>The first word that says what somebody does; null where there is none.</summary>
    public static string? Find(string statement)
    {
        var words = statement.Split([' ', '\n', '\t', ',', '.', ';', ':', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var two = i + 1 < words.Length ? $"{words[i]} {words[i + 1]}" : words[i];
            if (_services.Any(verb => verb.Contains(' ', StringComparison.Ordinal) ? Same(two, verb) : IsForm(words[i], verb))) return words[i];
            var begins = i == 0 || _doers.Any(doer => Same(words[i - 1], doer));
            var ofThings = words.Skip(i + 1).Take(3).Any(word => _things.Any(thing => Same(word, thing)));
            if ((begins || ofThings) && _anybody.Any(verb => IsForm(words[i], verb))) return words[i];
        }

        return null;
    }

    /// <summary>The verb itself, or with -s, -d, -ed, -ing, its last letter doubled or an e dropped.</summary>
    private static bool IsForm(string word, string verb)
    {
        var stem = verb.EndsWith('e') ? verb[..^1] : verb;
        return new[] { verb, verb + "s", stem + "ed", stem + "ing", $"{verb}{verb[^1]}ing" }.Any(form => Same(word, form));
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
