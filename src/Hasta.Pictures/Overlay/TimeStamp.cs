using System.Globalization;
using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>
/// Draws a time such as <c>1.48 s</c> or <c>2:03.5</c>. The font is embedded: machines without a screen often have none.
/// </summary>
internal static class TimeStamp
{
    /// <summary>Height of a digit as a fraction of the font size.</summary>
    private const float DigitHeight = 0.73f;

    /// <summary>Around the digits and outside the plate, as a fraction of the digits' height.</summary>
    private const float Margin = 0.35f;

    private static readonly SKTypeface Digits = LoadDigits();

    /// <summary>Draws the time on a dark plate in the lower left corner.</summary>
    /// <param name="canvas">The canvas to draw on.</param>
    /// <param name="time">Time from the start of the clip.</param>
    /// <param name="corner">The lower left corner of the canvas.</param>
    /// <param name="size">Height of the digits in pixels.</param>
    public static void Paint(SKCanvas canvas, TimeSpan time, SKPoint corner, float size)
    {
        string text = Text(time);
        using var plate = new SKPaint { IsAntialias = true, Color = new SKColor(0, 0, 0, 150) };
        using var ink = new SKPaint { IsAntialias = true, Color = SKColors.White };
        using var font = new SKFont(Digits, size / DigitHeight) { Subpixel = true };
        float margin = Margin * size;
        var baseline = new SKPoint(corner.X + (1.5f * margin), corner.Y - (1.5f * margin));
        var box = new SKRect(baseline.X, baseline.Y - size, baseline.X + font.MeasureText(Digits.GetGlyphs(text)), baseline.Y);
        box.Inflate(margin, margin);
        canvas.DrawRoundRect(box, margin, margin, plate);
        canvas.DrawText(text, baseline.X, baseline.Y, font, ink);
    }

    public static string Text(TimeSpan time)
    {
        TimeSpan shown = TimeSpan.FromMilliseconds(10 * Math.Round(time.TotalMilliseconds / 10));
        return shown < TimeSpan.FromMinutes(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{shown.TotalSeconds:0.00} s")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)shown.TotalMinutes}:{shown.Seconds:00}.{shown.Milliseconds / 100}");
    }

    private static SKTypeface LoadDigits()
    {
        using Stream font = typeof(TimeStamp).Assembly.GetManifestResourceStream("digits.ttf")!;
        return SKTypeface.FromStream(font);
    }
}
