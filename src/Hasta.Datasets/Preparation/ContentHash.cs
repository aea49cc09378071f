using System.Security.Cryptography;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;

namespace Hasta.Datasets.Preparation;

/// <summary>SHA-256 in lower-case hex.</summary>
internal static class ContentHash
{
    /// <exception cref="BadFileException">The file cannot be read or is a pipe.</exception>
    public static async Task<string> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using FileStream stream = InputFile.Open(path);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadFileException(
                path, $"it cannot be read: {error.Message}", "Check that it exists and that you have read permission.", error);
        }
    }

    public static string Compute(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
