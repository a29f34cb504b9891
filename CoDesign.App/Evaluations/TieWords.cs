using CoDesign.Domain.Evaluations;

namespace CoDesign.App.Evaluations;

/// <summary>Two bids that end equal, and what of the published order sets them apart, in plain words.</summary>
public static class TieWords
{
    /// <summary>A tie.</summary>
    public static string Of(Tie tie) => $"{tie.Ahead} and {tie.Behind} end equal. " + tie.By switch
    {
        DecidedBy.Quality => $"{tie.Ahead} has more points for quality, so it is ahead.",
        DecidedBy.ServiceUsers => "They are equal in quality too; service users scored the first higher.",
        DecidedBy.SocialValue => "They are equal in quality and for service users; the first has more points for social value.",
        _ => "Nothing that is published sets them apart: a decision has to be recorded, with its reason.",
    };
}
