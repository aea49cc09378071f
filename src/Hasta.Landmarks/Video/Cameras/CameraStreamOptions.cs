namespace Hasta.Landmarks.Video.Cameras;

/// <summary>What a <see cref="CameraStream"/> needs besides ffmpeg's command line.</summary>
/// <param name="Device">For messages.</param>
/// <param name="IdleTimeout">How long to wait for a frame.</param>
/// <param name="Time">The clock for arrival times.</param>
/// <param name="OnDropped">Called on another thread for each frame that a later frame replaced.</param>
internal sealed record CameraStreamOptions(string Device, TimeSpan IdleTimeout, TimeProvider Time, Action OnDropped);
