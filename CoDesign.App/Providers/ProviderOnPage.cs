using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;

namespace CoDesign.App.Providers;

/// <summary>What a page of an organisation's profile shows to a member.</summary>
/// <param name="Provider">The organisation.</param>
/// <param name="Inside">What only members see.</param>
/// <param name="Here">The page's own address, to come back to.</param>
public sealed record ProviderOnPage(ProviderView Provider, ProviderInside Inside, string Here)
{
    /// <summary>The stream of the profile.</summary>
    public StreamId Stream => Provider.Id.Stream;
}
