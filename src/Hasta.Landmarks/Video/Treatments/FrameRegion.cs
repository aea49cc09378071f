using System.Globalization;

namespace Hasta.Landmarks.Video.Treatments;

/// <summary>The region of each frame to process, as <c>x,y,width,height</c> in the upright frame.</summary>
/// <param name="X">From the left. All four are pixels or, if none is above 1, fractions of the frame's width and height.</param>
/// <param name="Y">From the top.</param>
/// <param name="Width">Above 0.</param>
/// <param name="Height">Above 0.</param>
public sealed record FrameRegion(double X, double Y, double Width, double Height)
{
    /// <summary>The minimum pixels per side for a person to be found.</summary>
    private const int MinSide = 16;

    private bool IsFraction => X <= 1 && Y <= 1 && Width <= 1 && Height <= 1;

    /// <returns>Null if the text is not a region.</returns>
    public static FrameRegion? Parse(string? text)
    {
        double[] numbers = [.. (text ?? "").Split(',').Select(ParseNumber)];
        return numbers is
        [
            >= 0 and <= VideoInfo.MaxSide and var x,
            >= 0 and <= VideoInfo.MaxSide and var y,
            > 0 and <= VideoInfo.MaxSide and var width,
            > 0 and <= VideoInfo.MaxSide and var height,
        ]
            ? new FrameRegion(x, y, width, height)
            : null;
    }

    /// <returns>Left, top, width and height in whole pixels of a frame.</returns>
    /// <exception cref="BadFileException">The region is not within the clip's frame, or is too small.</exception>
    public (int Left, int Top, int Width, int Height) In(VideoInfo clip)
    {
        (double scaleX, double scaleY) = IsFraction ? (clip.Width, clip.Height) : (1, 1);
        (int left, int top) = ((int)Math.Round(X * scaleX), (int)Math.Round(Y * scaleY));
        (int right, int bottom) = ((int)Math.Round((X + Width) * scaleX), (int)Math.Round((Y + Height) * scaleY));
        return right <= clip.Width && bottom <= clip.Height && right - left >= MinSide && bottom - top >= MinSide
            ? (left, top, right - left, bottom - top)
            : throw new BadFileException(
                clip.Path,
                $"the region {this} is not within its frame of {clip.Width}x{clip.Height} or has less than {MinSide} pixels per side.",
                "Give another --region.");
    }

    private static double ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X},{Y},{Width},{Height}");
}
