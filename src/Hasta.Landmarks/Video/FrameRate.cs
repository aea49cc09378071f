using System.Globalization;

namespace Hasta.Landmarks.Video;

/// <summary>Frames per second as a fraction, such as 30000/1001.</summary>
public readonly record struct FrameRate(int Numerator, int Denominator)
{
    /// <summary>The maximum rate; a header that states a higher one is rejected.</summary>
    public const double MaxFps = 1000;

    public double Fps => (double)Numerator / Denominator;

    public TimeSpan TimeOf(long frame) => TimeSpan.FromTicks((long)((Int128)frame * Denominator * TimeSpan.TicksPerSecond / Numerator));

    /// <summary>Parses ffprobe's <c>25/1</c>; null for <c>0/0</c> and for rates outside 0..<see cref="MaxFps"/>.</summary>
    public static FrameRate? Parse(string? text) =>
        text?.Split('/') is [var top, var bottom]
        && int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out int numerator)
        && int.TryParse(bottom, NumberStyles.None, CultureInfo.InvariantCulture, out int denominator)
        && numerator > 0 && denominator > 0 && numerator <= MaxFps * denominator
            ? new FrameRate(numerator, denominator)
            : null;

    public override string ToString() => $"{Numerator}/{Denominator}";
}
