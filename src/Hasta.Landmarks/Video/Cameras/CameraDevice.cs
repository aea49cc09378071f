namespace Hasta.Landmarks.Video.Cameras;

/// <summary>A camera that the system knows.</summary>
/// <param name="Id">What <see cref="CameraConfig.Device"/> takes: a path on Linux, a number on macOS, a name on Windows.</param>
/// <param name="Name">As its maker calls it.</param>
public sealed record CameraDevice(string Id, string Name);
