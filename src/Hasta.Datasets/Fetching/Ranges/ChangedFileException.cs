namespace Hasta.Datasets.Fetching.Ranges;

/// <summary>The server's file is not the one that was announced, or changed during the download.</summary>
internal sealed class ChangedFileException(string message) : Exception(message);
