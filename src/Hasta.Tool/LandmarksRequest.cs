using Hasta.Landmarks;
using Hasta.Pictures.Overlay;

namespace Hasta.Tool;

/// <summary>Which clip to process, how, and what to write.</summary>
internal sealed record LandmarksRequest(string Clip, RecordingFiles Files, LandmarkOptions Settings);
