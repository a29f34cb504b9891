using CoDesign.Domain.Projects;

namespace CoDesign.App.Shell;

/// <summary>How phases are drawn, each with a colour and a shape that are the same everywhere: a blue circle, a plum triangle, a green square, an amber-brown diamond.</summary>
public static class Phases
{
    /// <summary>The class that gives the phase's colour.</summary>
    public static string CssClass(this Phase phase) => phase switch
    {
        Phase.Initiate => "phase-initiate",
        Phase.Create => "phase-create",
        Phase.Test => "phase-test",
        _ => "phase-define",
    };

    /// <summary>The outline of the phase's shape in a square of 16 by 16.</summary>
    public static string Path(this Phase phase) => phase switch
    {
        Phase.Initiate => "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z",
        Phase.Create => "M8 1.5 15 14H1z",
        Phase.Test => "M2 2h12v12H2z",
        _ => "M8 .8 15.2 8 8 15.2.8 8z",
    };
}
