namespace CoDesign.App.Shell;

/// <summary>What parts of one page need to know of each other while it is made.</summary>
public sealed class PageState
{
    /// <summary>A form of this page was refused, so that the title says <c>Error:</c> first.</summary>
    public bool Refused { get; private set; }

    /// <summary>Raised when <see cref="Refused"/> becomes true.</summary>
    public event Action? Changed;

    /// <summary>Notes that a form of this page was refused.</summary>
    public void Refuse()
    {
        Refused = true;
        Changed?.Invoke();
    }
}
