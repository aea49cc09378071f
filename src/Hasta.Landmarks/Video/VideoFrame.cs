namespace Hasta.Landmarks.Video;

/// <summary>
/// One decoded frame, upright (the stream's rotation is applied), with square pixels and the size from
/// <see cref="VideoOptions.FrameSizeOf"/>.
/// </summary>
/// <param name="Time">Presentation time relative to the clip's first frame.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Rgb">Width x height x 3 bytes, row by row, R first. Valid only until the next frame is requested.</param>
public sealed record VideoFrame(TimeSpan Time, int Width, int Height, ReadOnlyMemory<byte> Rgb);
