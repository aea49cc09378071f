namespace Hasta.Landmarks.Video;

/// <summary>What ffmpeg's showinfo filter reports about one frame.</summary>
/// <param name="Time">Null if the stream has no time for the frame.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal readonly record struct FrameStamp(TimeSpan? Time, int Width, int Height);
