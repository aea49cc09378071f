using System.Globalization;

namespace Hasta.Tool;

/// <summary>"640x480".</summary>
internal static class PictureSize
{
    private const int Largest = ushort.MaxValue;

    /// <returns>Width and height in pixels, or null where the text is no size.</returns>
    public static (int Width, int Height)? Parse(string? text) =>
        text?.Split('x') is [string w, string h]
        && int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out int width) && width is > 0 and <= Largest
        && int.TryParse(h, NumberStyles.None, CultureInfo.InvariantCulture, out int height) && height is > 0 and <= Largest
            ? (width, height)
            : null;
}
