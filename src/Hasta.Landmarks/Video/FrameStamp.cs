namespace Hasta.Landmarks.Video;

/// <summary>What ffmpeg's showinfo filter says of one frame.</summary>
/// <param name="Time">Null where the stream has no time for it.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal readonly record struct FrameStamp(TimeSpan? Time, int Width, int Height);
