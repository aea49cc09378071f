namespace Hasta.Bench.Serving;

/// <summary>The server ended a stream, or does not answer.</summary>
/// <param name="reason">The code of its error and of the close, as far as they were received.</param>
internal sealed class StreamEndedException(string reason) : Exception(reason);
