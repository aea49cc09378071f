namespace Hasta.Landmarks.Video.Cameras;

/// <summary>What a <see cref="CameraStream"/> needs to know besides ffmpeg's command line.</summary>
/// <param name="Device">For messages.</param>
/// <param name="IdleTimeout">How long to wait for a frame.</param>
/// <param name="Time">The clock of arrival.</param>
/// <param name="OnDropped">Called for each frame that a later one replaced, on another thread.</param>
internal sealed record CameraTask(string Device, TimeSpan IdleTimeout, TimeProvider Time, Action OnDropped);
