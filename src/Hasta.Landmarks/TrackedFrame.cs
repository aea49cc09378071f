using Hasta.Landmarks.Video;

namespace Hasta.Landmarks;

/// <summary>A frame and what was seen in it.</summary>
/// <param name="Picture">Its pixels are valid only until the next frame is asked for.</param>
/// <param name="Landmarks">In pixels of the clip's own size, also where the picture was scaled down or a part of it was looked at.</param>
/// <param name="People">Who was seen at the start of the clip; null where no bodies are looked for.</param>
public readonly record struct TrackedFrame(VideoFrame Picture, LandmarkFrame Landmarks, PeopleAtStart? People = null);
