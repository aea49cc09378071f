namespace Hasta.Include.Fetching;

/// <summary>How far one zip is, or the whole.</summary>
/// <param name="Name">The zip.</param>
/// <param name="Done">Bytes of it that have come.</param>
/// <param name="Total">Bytes that shall come.</param>
/// <param name="Step">What is done with it now.</param>
internal readonly record struct DownloadProgress(string Name, long Done, long Total, DownloadStep Step);
