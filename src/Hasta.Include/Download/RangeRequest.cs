namespace Hasta.Include.Download;

/// <summary>A stretch of a file to read.</summary>
/// <param name="File">The file.</param>
/// <param name="Identity">What its answers must agree on.</param>
/// <param name="Stretch">Which bytes.</param>
/// <param name="Sink">Gets them in order, each once, and says whether it wants more.</param>
internal sealed record RangeRequest(RemoteFile File, RemoteIdentity Identity, ByteRange Stretch, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<bool>> Sink);
