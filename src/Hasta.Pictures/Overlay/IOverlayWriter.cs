using Hasta.Landmarks;

namespace Hasta.Pictures.Overlay;

/// <summary>Writes a file of frames with their landmarks. The file is written completely or not at all.</summary>
internal interface IOverlayWriter : IAsyncDisposable
{
    /// <param name="frame">The next frame of the clip.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="BadFileException">The file cannot be written.</exception>
    Task AddAsync(TrackedFrame frame, CancellationToken cancellationToken = default);

    /// <summary>Finishes the file and moves it to its path.</summary>
    /// <exception cref="BadFileException">The file cannot be written.</exception>
    /// <exception cref="IOException">The disk is full; an older file is untouched.</exception>
    Task CommitAsync(CancellationToken cancellationToken = default);
}
