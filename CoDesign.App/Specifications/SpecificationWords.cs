using CoDesign.Domain.Projects;

namespace CoDesign.App.Specifications;

/// <summary>The specification's choices in plain words.</summary>
public static class SpecificationWords
{
    /// <summary>How far a clause is.</summary>
    public static string Of(ClauseStatus status) => status switch
    {
        ClauseStatus.Draft => "Draft",
        ClauseStatus.Agreed => "Agreed",
        _ => "Final",
    };

    /// <summary>The same as a choice that somebody makes.</summary>
    public static string AsChoice(ClauseStatus status) => status switch
    {
        ClauseStatus.Draft => "Draft: it is being written",
        ClauseStatus.Agreed => "Agreed by the group",
        _ => "Final: its words stay as they are",
    };
}
