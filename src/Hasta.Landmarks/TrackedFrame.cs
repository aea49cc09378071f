using Hasta.Landmarks.Video;

namespace Hasta.Landmarks;

/// <summary>A frame and its landmarks.</summary>
/// <param name="Frame">The frame; its pixels are valid only until the next frame is requested.</param>
/// <param name="Landmarks">
/// In pixels of the clip's own size, even if the frame was scaled down or only a region of it was processed.
/// </param>
/// <param name="People">The people seen at the start of the clip; null if bodies are not detected.</param>
public readonly record struct TrackedFrame(VideoFrame Frame, LandmarkFrame Landmarks, PeopleAtStart? People = null);
