namespace Hasta.Include.Fetching;

/// <summary>Progress of one zip, or of the whole download.</summary>
/// <param name="Name">The zip.</param>
/// <param name="Done">Bytes received.</param>
/// <param name="Total">Bytes to receive.</param>
/// <param name="Step">The current step.</param>
internal readonly record struct DownloadProgress(string Name, long Done, long Total, DownloadStep Step);
