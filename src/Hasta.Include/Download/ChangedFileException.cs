namespace Hasta.Include.Download;

/// <summary>The server's file is not the one that was begun, or not the one that was announced.</summary>
internal sealed class ChangedFileException(string message) : Exception(message);
