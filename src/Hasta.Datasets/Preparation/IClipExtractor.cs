using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.Video;

namespace Hasta.Datasets.Preparation;

/// <summary>Extracts the landmarks of one kind of clip: a video, a .pose file, a row of an array.</summary>
internal interface IClipExtractor
{
    /// <summary>The engine that produces the landmarks; when it changes, prepared clips are redone.</summary>
    LandmarkEngineId Engine { get; }

    /// <summary>Identifies how frames are selected and kept next to the landmarks; null if they are not.</summary>
    string? FrameEngine => null;

    /// <summary>The source of the clip's data, for the manifest.</summary>
    string SourceOf(Clip clip);

    /// <summary>Returns a string that changes when the clip's own bytes change.</summary>
    /// <exception cref="BadFileException">The clip cannot be read.</exception>
    Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the clip's frames would be preprocessed now as they were by an earlier process: see <see cref="ManifestEntry.Picture"/>.
    /// True if that cannot be determined.
    /// </summary>
    /// <exception cref="BadFileException">The clip cannot be decoded.</exception>
    Task<bool> IsTreatmentUnchangedAsync(Clip clip, string? picture, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Safe to call for several clips concurrently.</summary>
    /// <param name="clip">The clip to open.</param>
    /// <param name="onFrame">
    /// Also receives each decoded frame; may be null. Not called for clips without frames, whose <see cref="FrameEngine"/> is null.
    /// </param>
    /// <param name="cancellationToken">Stops after the current frame.</param>
    /// <exception cref="BadFileException">
    /// The clip cannot be decoded; it becomes a <see cref="SkippedClip"/>. Enumerating the frames may throw it too.
    /// </exception>
    Task<LandmarkFrames> OpenAsync(Clip clip, Action<VideoFrame>? onFrame, CancellationToken cancellationToken);
}
