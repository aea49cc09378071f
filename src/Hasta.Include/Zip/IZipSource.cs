using Hasta.Datasets.Fetching.Ranges;

namespace Hasta.Include.Zip;

/// <summary>The bytes of a zip, on disk or on a server.</summary>
internal interface IZipSource
{
    /// <summary>Used in messages.</summary>
    string Name { get; }

    long Bytes { get; }

    /// <summary>Writes a range of the zip, in order, to <paramref name="sink"/>.</summary>
    /// <param name="stretch">The byte range.</param>
    /// <param name="sink">Receives the bytes.</param>
    /// <param name="cancellationToken">Cancels the copy.</param>
    Task CopyAsync(ByteRange stretch, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> sink, CancellationToken cancellationToken);
}
