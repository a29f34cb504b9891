using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Live;

/// <summary>A table across streams, written in the same transaction as the events it is made from. Never sees a sealed stream.</summary>
public interface IReadModel
{
    /// <summary>Takes in what happened.</summary>
    void Apply(CoDesignDb db, Recorded happened);
}
