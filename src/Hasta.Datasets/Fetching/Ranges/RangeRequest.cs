namespace Hasta.Datasets.Fetching.Ranges;

/// <summary>A request for a byte range of a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Identity">What all responses must have in common.</param>
/// <param name="Range">The byte range.</param>
/// <param name="Sink">Receives the bytes in order, each once, and returns whether to continue.</param>
internal sealed record RangeRequest(
    RemoteFile File, RemoteIdentity Identity, ByteRange Range, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<bool>> Sink);
