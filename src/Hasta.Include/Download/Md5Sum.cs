using System.Security.Cryptography;

namespace Hasta.Include.Download;

/// <summary>MD5, the only checksum in the records: it detects a damaged file, not a forged one.</summary>
internal static class Md5Sum
{
    private const int BufferBytes = 1 << 20;

    /// <param name="read">Fills a buffer from an offset in the file.</param>
    /// <param name="length">Length of the file in bytes.</param>
    /// <returns>Lower-case hex.</returns>
    /// <exception cref="IOException">The file is shorter than <paramref name="length"/>.</exception>
    public static async Task<string> OfAsync(Func<Memory<byte>, long, ValueTask<int>> read, long length)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        byte[] buffer = new byte[BufferBytes];
        for (long offset = 0; offset < length;)
        {
            int count = await read(buffer, offset);
            md5.AppendData(buffer, 0, count);
            offset += count > 0 ? count : throw new IOException("The file became shorter while it was being verified.");
        }

        return Convert.ToHexStringLower(md5.GetHashAndReset());
    }
}
