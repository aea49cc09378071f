using System.Globalization;
using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>
/// Draws a time such as <c>1.48 s</c> or <c>2:03.5</c>. The glyphs are built-in paths: machines without a screen often have no fonts.
/// </summary>
internal static class TimeStamp
{
    // In units of the paths below.
    private const float Height = 16;
    private const float Gap = 3;
    private const float Weight = 2.1f;

    private static readonly Dictionary<char, Glyph> Glyphs = new()
    {
        ['0'] = new(10, "M5 0 C1.5 0 .5 3.5 .5 8 S1.5 16 5 16 S9.5 12.5 9.5 8 S8.5 0 5 0 Z"),
        ['1'] = new(10, "M2 3 L6 0 V16"),
        ['2'] = new(10, "M.8 4 C.8 1.5 2.6 0 5 0 C7.5 0 9.2 1.7 9.2 4.2 C9.2 7.5 5 10.5 .8 16 H9.5"),
        ['3'] = new(
            10,
            "M1 2.5 C2 .8 3.4 0 5 0 C7.4 0 9 1.6 9 3.9 C9 6.2 7.2 7.5 4.5 7.5 "
            + "C7.5 7.5 9.5 9 9.5 11.7 C9.5 14.4 7.6 16 5 16 C3 16 1.4 15.2 .6 13.3"),
        ['4'] = new(10, "M7 16 V0 L.5 11 H9.8"),
        ['5'] = new(
            10,
            "M8.8 0 H2 L1.2 7.2 C2.3 6.3 3.6 5.9 5 5.9 C7.6 5.9 9.4 7.9 9.4 10.9 "
            + "C9.4 14 7.5 16 4.8 16 C2.9 16 1.4 15.2 .6 13.6"),
        ['6'] = new(
            10,
            "M8.2 1.2 C7.4 .4 6.4 0 5.3 0 C2.2 0 .6 3.5 .6 8.8 C.6 13.5 2.2 16 5 16 "
            + "C7.6 16 9.4 13.9 9.4 11 C9.4 8.1 7.6 6.2 5.1 6.2 C2.6 6.2 .6 8.2 .6 11"),
        ['7'] = new(10, "M.6 0 H9.4 L3.8 16"),
        ['8'] = new(
            10,
            "M5 7.3 C2.7 7.3 1.1 5.8 1.1 3.7 S2.7 0 5 0 S8.9 1.6 8.9 3.7 S7.3 7.3 5 7.3 "
            + "C2.3 7.3 .5 9 .5 11.6 S2.3 16 5 16 S9.5 14.2 9.5 11.6 S7.7 7.3 5 7.3 Z"),
        ['9'] = new(
            10,
            "M1.8 14.8 C2.6 15.6 3.6 16 4.7 16 C7.8 16 9.4 12.5 9.4 7.2 C9.4 2.5 7.8 0 5 0 "
            + "C2.4 0 .6 2.1 .6 5 C.6 7.9 2.4 9.8 4.9 9.8 C7.4 9.8 9.4 7.8 9.4 5"),
        ['.'] = new(2, "M1 15.9 V16"),
        [':'] = new(2, "M1 4.9 V5 M1 12.9 V13"),
        [' '] = new(2, ""),
        ['s'] = new(
            8,
            "M7 7.2 C6.3 6.2 5.2 5.6 4 5.6 C2.2 5.6 .9 6.6 .9 8.1 C.9 11.4 7.4 9.6 7.4 13 "
            + "C7.4 14.8 6 16 4 16 C2.5 16 1.3 15.3 .6 14.1"),
    };

    /// <summary>Draws the time on a dark plate in the lower left corner.</summary>
    /// <param name="canvas">The canvas to draw on.</param>
    /// <param name="time">Time from the start of the clip.</param>
    /// <param name="corner">The lower left corner of the plate.</param>
    /// <param name="size">Height of the digits in pixels.</param>
    public static void Paint(SKCanvas canvas, TimeSpan time, SKPoint corner, float size)
    {
        string text = Text(time);
        using var plate = new SKPaint { IsAntialias = true, Color = new SKColor(0, 0, 0, 150) };
        using var ink = new SKPaint
        {
            IsAntialias = true,
            Color = SKColors.White,
            IsStroke = true,
            StrokeWidth = Weight,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
        };
        float width = text.Sum(letter => Glyphs[letter].Width + Gap) - Gap;
        canvas.Save();
        canvas.Translate(corner);
        canvas.Scale(size / Height);
        canvas.Translate(3 * Gap, -Height - (3 * Gap));
        canvas.DrawRoundRect(new SKRect(-2 * Gap, -2 * Gap, width + (2 * Gap), Height + (2 * Gap)), 2 * Gap, 2 * Gap, plate);
        foreach (char letter in text)
        {
            canvas.DrawPath(Glyphs[letter].Lines, ink);
            canvas.Translate(Glyphs[letter].Width + Gap, 0);
        }

        canvas.Restore();
    }

    public static string Text(TimeSpan time)
    {
        TimeSpan shown = TimeSpan.FromMilliseconds(10 * Math.Round(time.TotalMilliseconds / 10));
        return shown < TimeSpan.FromMinutes(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{shown.TotalSeconds:0.00} s")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)shown.TotalMinutes}:{shown.Seconds:00}.{shown.Milliseconds / 100}");
    }

    private sealed class Glyph(float width, string svgPath)
    {
        public float Width => width;

        public SKPath Lines { get; } = SKPath.ParseSvgPathData(svgPath);
    }
}
