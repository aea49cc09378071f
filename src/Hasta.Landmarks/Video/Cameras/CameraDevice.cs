namespace Hasta.Landmarks.Video.Cameras;

/// <summary>A camera of this system.</summary>
/// <param name="Id">The value for <see cref="CameraConfig.Device"/>: a path on Linux, a number on macOS, a name on Windows.</param>
/// <param name="Name">The manufacturer's name for it.</param>
public sealed record CameraDevice(string Id, string Name);
