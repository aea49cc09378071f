using Hasta.Landmarks;

namespace Hasta.Pictures.Overlay;

/// <summary>A file that shows landmarks over their pictures; it appears whole or not at all.</summary>
internal interface IOverlayWriter : IAsyncDisposable
{
    /// <param name="frame">The next one of the clip.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BadFileException">It cannot be written.</exception>
    Task AddAsync(TrackedFrame frame, CancellationToken cancellationToken = default);

    /// <summary>Ends the file and puts it in its place.</summary>
    /// <exception cref="BadFileException">It cannot be written.</exception>
    /// <exception cref="IOException">The disk is full; an older file is untouched.</exception>
    Task CommitAsync(CancellationToken cancellationToken = default);
}
