using Hasta.Landmarks.Overlay;

namespace Hasta.Cli;

/// <summary>Which clip to look at, for what, and what to write.</summary>
public sealed record LandmarksRequest(string Clip, RecordingFiles Files, SignerParts Parts);
