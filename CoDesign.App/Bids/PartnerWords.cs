using CoDesign.Domain.Bids;

namespace CoDesign.App.Bids;

/// <summary>Those who bid together, in plain words.</summary>
public static class PartnerWords
{
    /// <summary>What a partner's people may do.</summary>
    public static string Of(PartnerAccess access) => access switch
    {
        PartnerAccess.OwnPart => "They see who bids together and their own part",
        PartnerAccess.Reads => "They read the answers too",
        _ => "They write the answers with us",
    };

    /// <summary>Where a partner stands.</summary>
    public static string Of(PartnerStatus status) => status switch
    {
        PartnerStatus.Agreed => "Agreed",
        PartnerStatus.Left => "Left: say how you go on",
        _ => "Hasn’t agreed yet",
    };
}
