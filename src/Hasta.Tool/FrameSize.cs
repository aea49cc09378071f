using System.Globalization;

namespace Hasta.Tool;

/// <summary>Parses a frame size such as <c>640x480</c>.</summary>
internal static class FrameSize
{
    private const int MaxSide = ushort.MaxValue;

    /// <returns>Width and height in pixels, or null if the text is not a size.</returns>
    public static (int Width, int Height)? Parse(string? text) =>
        text?.Split('x') is [string w, string h]
        && int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out int width) && width is > 0 and <= MaxSide
        && int.TryParse(h, NumberStyles.None, CultureInfo.InvariantCulture, out int height) && height is > 0 and <= MaxSide
            ? (width, height)
            : null;
}
