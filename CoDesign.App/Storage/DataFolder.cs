using System.Security.Cryptography;

namespace CoDesign.App.Storage;

/// <summary>
/// The folder that holds all that is kept: databases, keys, uploads. Locked by one process at a time,
/// because the history has one writer.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    /// <summary>Makes the folder where it is missing, and locks it.</summary>
    /// <exception cref="DataFolderException">Another process holds it, or it can't be written.</exception>
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path);
            Directory.CreateDirectory(KeyRing);
            _lock = new FileStream(System.IO.Path.Combine(Path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(
                $"The data folder {Path} can't be used: {unusable.Message} " +
                "If another CoDesign is running with it, stop that one or set Data:Path to another folder.", unusable);
        }

        ChainKey = ReadOrMakeKey(System.IO.Path.Combine(KeyRing, "chain.key"));
    }

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>Where keys lie: outside every database, so that a copy of a database opens nothing.</summary>
    public string KeyRing => System.IO.Path.Combine(Path, "keys");

    /// <summary>The key of the hash chains and of opaque stream names, 32 bytes.</summary>
    public byte[] ChainKey { get; }

    /// <summary>A file of the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    private static byte[] ReadOrMakeKey(string file)
    {
        if (System.IO.File.Exists(file)) return System.IO.File.ReadAllBytes(file);
        var key = RandomNumberGenerator.GetBytes(32);
        var fresh = file + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            stream.Write(key);
            stream.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        System.IO.File.Move(fresh, file);
        return key;
    }
}

/// <summary>The data folder can't be used; the message says why and what to do.</summary>
public sealed class DataFolderException(string message, Exception inner) : Exception(message, inner);
