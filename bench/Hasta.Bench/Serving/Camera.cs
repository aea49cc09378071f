using Hasta.Landmarks;

namespace Hasta.Bench.Serving;

/// <summary>What a stream sends, again and again: 15 frames per second, kept in memory.</summary>
/// <param name="Source"><c>video</c> or <c>landmarks</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Payloads">What follows the header of each frame.</param>
internal sealed record Camera(string Source, int Width, int Height, IReadOnlyList<byte[]> Payloads)
{
    public const double FramesPerSecond = 15;

    /// <summary>The frames as landmarks; none if the source is video.</summary>
    public IReadOnlyList<LandmarkFrame> Landmarks { get; init; } = [];

    /// <summary>The time since the start of the stream at which a frame is captured.</summary>
    public static TimeSpan TimeOf(long index) => TimeSpan.FromMilliseconds(index * 1000 / FramesPerSecond);

    public byte[] PayloadOf(long index) => Payloads[(int)(index % Payloads.Count)];
}
