namespace CoDesign.Domain.Thread;

/// <summary>Nobody is singled out: a group of fewer than five is never shown as a number.</summary>
public static class SmallGroup
{
    /// <summary>The smallest group that is shown as a number.</summary>
    public const int Least = 5;

    /// <summary>How many, where they are enough to be counted; null otherwise.</summary>
    public static int? Count(int many) => many < Least ? null : many;
}
