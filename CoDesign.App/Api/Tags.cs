using System.Security.Cryptography;
using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Api;

/// <summary>
/// Opaque marks of what one reader sees. A version counts everybody's acts, so where that would tell about others
/// (panels, bids, boards, projects with what is said in confidence) the reader gets a mark that changes only when the reader's own view does.
/// </summary>
public sealed class Tags(DataFolder folder)
{
    /// <summary>The mark of a view for a reader; the same for as long as the reader sees the same.</summary>
    public string Of(object view, ParticipantId viewer)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, folder.ChainKey);
        hash.AppendData(viewer.Value.ToByteArray());
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(view, view.GetType(), DomainJson.Options));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
