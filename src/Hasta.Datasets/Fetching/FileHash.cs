using System.Security.Cryptography;
using System.Text;

namespace Hasta.Datasets.Fetching;

/// <summary>The hash that a server announces for a file.</summary>
/// <param name="Kind">How it is computed.</param>
/// <param name="Hex">Lowercase hexadecimal digits.</param>
internal sealed record FileHash(FileHashKind Kind, string Hex)
{
    private const int BufferBytes = 1 << 20;

    /// <param name="kind">How to compute it.</param>
    /// <param name="read">Fills a buffer from an offset in the file.</param>
    /// <param name="length">Length of the file in bytes.</param>
    /// <exception cref="IOException">The file is shorter than <paramref name="length"/>.</exception>
    public static async Task<FileHash> ComputeAsync(FileHashKind kind, Func<Memory<byte>, long, ValueTask<int>> read, long length)
    {
        using IncrementalHash hash = Start(kind, length);
        byte[] buffer = new byte[BufferBytes];
        for (long offset = 0; offset < length;)
        {
            int count = await read(buffer, offset);
            hash.AppendData(buffer, 0, count);
            offset += count > 0 ? count : throw new IOException("The file became shorter while it was being verified.");
        }

        return new FileHash(kind, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public override string ToString() =>
        $"{(Kind == FileHashKind.Md5 ? "MD5" : Kind == FileHashKind.Sha256 ? "SHA-256" : "git SHA-1")} {Hex}";

    private static IncrementalHash Start(FileHashKind kind, long length)
    {
        var hash = IncrementalHash.CreateHash(kind switch
        {
            FileHashKind.Md5 => HashAlgorithmName.MD5,
            FileHashKind.Sha256 => HashAlgorithmName.SHA256,
            _ => HashAlgorithmName.SHA1,
        });
        if (kind == FileHashKind.GitSha1)
        {
            hash.AppendData(Encoding.ASCII.GetBytes($"blob {length}\0"));
        }

        return hash;
    }
}
