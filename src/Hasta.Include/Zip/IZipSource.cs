using Hasta.Include.Download;

namespace Hasta.Include.Zip;

/// <summary>The bytes of a zip, on disk or on a server.</summary>
internal interface IZipSource
{
    /// <summary>For messages.</summary>
    string Name { get; }

    long Bytes { get; }

    /// <summary>Writes a stretch of the zip, in order, into <paramref name="sink"/>.</summary>
    /// <param name="stretch">Which bytes.</param>
    /// <param name="sink">Gets the bytes.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task CopyAsync(ByteRange stretch, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> sink, CancellationToken cancellationToken);
}
