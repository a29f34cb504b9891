using System.Security.Cryptography;
using System.Text;

namespace CoDesign.Domain.Kernel;

/// <summary>Identifiers worked out from others, so that doing a thing twice names the same thing twice.</summary>
public static class Derived
{
    /// <summary>The identifier that belongs to <paramref name="source"/> under a name; the same each time.</summary>
    public static Guid Guid(Guid source, string name)
    {
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(name.Length)];
        source.TryWriteBytes(input);
        var length = 16 + Encoding.UTF8.GetBytes(name, input[16..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input[..length], hash);
        return new Guid(hash[..16]);
    }
}
