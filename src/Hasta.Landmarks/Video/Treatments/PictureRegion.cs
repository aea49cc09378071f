using System.Globalization;

namespace Hasta.Landmarks.Video.Treatments;

/// <summary>The part of a clip's picture that is looked at, as <c>x,y,width,height</c> of the upright picture.</summary>
/// <param name="X">From the left. All four are pixels, or, where none is above 1, fractions of the picture's width and height.</param>
/// <param name="Y">From the top.</param>
/// <param name="Width">Above 0.</param>
/// <param name="Height">Above 0.</param>
public sealed record PictureRegion(double X, double Y, double Width, double Height)
{
    /// <summary>Pixels per side below which nobody could be found.</summary>
    private const int MinSide = 16;

    private bool IsFraction => X <= 1 && Y <= 1 && Width <= 1 && Height <= 1;

    /// <returns>Null where the text is no region.</returns>
    public static PictureRegion? Parse(string? text)
    {
        double[] numbers = [.. (text ?? "").Split(',').Select(part => double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
        return numbers is [>= 0 and <= VideoInfo.MaxSide and var x, >= 0 and <= VideoInfo.MaxSide and var y, > 0 and <= VideoInfo.MaxSide and var width, > 0 and <= VideoInfo.MaxSide and var height]
            ? new PictureRegion(x, y, width, height)
            : null;
    }

    /// <returns>Left, top, width and height in whole pixels of a picture.</returns>
    /// <exception cref="BadFileException">It does not lie within the clip's picture, or is too small.</exception>
    public (int Left, int Top, int Width, int Height) In(VideoInfo clip)
    {
        (double across, double down) = IsFraction ? (clip.Width, clip.Height) : (1, 1);
        (int left, int top) = ((int)Math.Round(X * across), (int)Math.Round(Y * down));
        (int right, int bottom) = ((int)Math.Round((X + Width) * across), (int)Math.Round((Y + Height) * down));
        return right <= clip.Width && bottom <= clip.Height && right - left >= MinSide && bottom - top >= MinSide
            ? (left, top, right - left, bottom - top)
            : throw new BadFileException(clip.Path, $"the region {this} is not a part of its picture of {clip.Width}x{clip.Height} of at least {MinSide} pixels per side.", "Give another --region.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X},{Y},{Width},{Height}");
}
