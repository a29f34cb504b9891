using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Tenders;

/// <summary>What a page of a tender shows.</summary>
/// <param name="Tender">The tender, as the reader may see it.</param>
/// <param name="Project">Its project.</param>
/// <param name="Here">The page's own address, to come back to.</param>
public sealed record TenderOnPage(TenderView Tender, ProjectView Project, string Here);
