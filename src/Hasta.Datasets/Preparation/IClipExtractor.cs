using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.Video;

namespace Hasta.Datasets.Preparation;

/// <summary>Gets the landmarks of one kind of clip: a video, a .pose file, a row of an array.</summary>
internal interface IClipExtractor
{
    /// <summary>What makes the landmarks; when it changes, prepared clips are redone.</summary>
    LandmarkEngineId Engine { get; }

    /// <summary>Names how frames are chosen and kept beside the landmarks; null where they are not.</summary>
    string? FrameEngine => null;

    /// <summary>Where the clip's data come from, for the manifest.</summary>
    string SourceOf(Clip clip);

    /// <summary>A text that changes when the clip's own bytes change.</summary>
    /// <exception cref="BadFileException">The clip cannot be read.</exception>
    Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken);

    /// <summary>Whether the clip's picture would be treated now as it was for an earlier run: see <see cref="ManifestEntry.Picture"/>. True where that cannot be known.</summary>
    /// <exception cref="BadFileException">The clip cannot be decoded.</exception>
    Task<bool> TreatsAlikeAsync(Clip clip, string? picture, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Safe to call for several clips at a time.</summary>
    /// <param name="clip">What to open.</param>
    /// <param name="look">Also sees each frame's picture; null for nobody. Clips without pictures, whose <see cref="FrameEngine"/> is null, show none.</param>
    /// <param name="cancellationToken">Stops after the current frame.</param>
    /// <exception cref="BadFileException">The clip cannot be decoded; it becomes a <see cref="SkippedClip"/>. The frames may throw it too.</exception>
    Task<LandmarkFrames> OpenAsync(Clip clip, Action<VideoFrame>? look, CancellationToken cancellationToken);
}
