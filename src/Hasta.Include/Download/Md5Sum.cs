using System.Security.Cryptography;

namespace Hasta.Include.Download;

/// <summary>MD5, the only checksum that the records name: it tells a damaged file, not a forged one.</summary>
internal static class Md5Sum
{
    private const int BufferBytes = 1 << 20;

    /// <param name="read">Fills a buffer from a place of the file.</param>
    /// <param name="length">Of the file, in bytes.</param>
    /// <returns>Lower-case hex.</returns>
    /// <exception cref="IOException">The file is shorter.</exception>
    public static async Task<string> OfAsync(Func<Memory<byte>, long, ValueTask<int>> read, long length)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        byte[] buffer = new byte[BufferBytes];
        for (long at = 0; at < length;)
        {
            int count = await read(buffer, at);
            md5.AppendData(buffer, 0, count);
            at += count > 0 ? count : throw new IOException("The file has become shorter while it was checked.");
        }

        return Convert.ToHexStringLower(md5.GetHashAndReset());
    }
}
