using Hasta.Landmarks;
using Hasta.Recognition.Live.Hints;

namespace Hasta.Web.Live;

/// <summary>The landmarks of a frame and what hints need.</summary>
/// <param name="Landmarks">In pixels.</param>
/// <param name="Width">Of the frame, pixels.</param>
/// <param name="Height">Of the frame, pixels.</param>
/// <param name="Lighting">Null if the client sent landmarks.</param>
/// <param name="People">Null if the client sent landmarks.</param>
internal sealed record TrackedPicture(LandmarkFrame Landmarks, int Width, int Height, Lighting? Lighting, int? People);
