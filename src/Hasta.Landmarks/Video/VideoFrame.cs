namespace Hasta.Landmarks.Video;

/// <summary>One decoded frame, upright, of square pixels (the stream's rotation is applied) and as large as <see cref="VideoOptions.FrameSizeOf"/> says.</summary>
/// <param name="Time">Presentation time from the clip's first frame.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Rgb">Width x height x 3 bytes, row by row, R first. Valid only until the next frame is asked for.</param>
public sealed record VideoFrame(TimeSpan Time, int Width, int Height, ReadOnlyMemory<byte> Rgb);
