using System.Globalization;
using CoDesign.App.Shell;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;

namespace CoDesign.App.Workshops;

/// <summary>Where the deck's pages are, and which cards an address asks for.</summary>
public static class DeckAddress
{
    /// <summary>The deck of a project.</summary>
    public static string Of(ProjectId project) => $"/projects/{project}/deck";

    /// <summary>One card of it.</summary>
    public static string Of(ProjectId project, MethodCard card) => $"{Of(project)}/{card.Key}";

    /// <summary>The cards that an address asks for; what can't be read in it asks for nothing.</summary>
    public static DeckFilter Filter(IQueryCollection query) => new(
        OneOf<Phase>(query["phase"]), OneOf<CardCategory>(query["category"]), OneOf<CardKind>(query["kind"]),
        Number(query["minutes"]), Number(query["people"]), query["words"] is [{ Length: > 0 and <= 200 } words] ? words.Trim() : null);

    private static TEnum? OneOf<TEnum>(string? text) where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Where(value => Choice.ValueOf(value) == text).Select(value => (TEnum?)value).FirstOrDefault();

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 10_080 ? number : null;
}
