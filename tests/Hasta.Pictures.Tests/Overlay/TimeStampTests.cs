using Hasta.Pictures.Overlay;
using SkiaSharp;

namespace Hasta.Pictures.Tests.Overlay;

/// <summary>The time in the corner of a contact sheet's frames.</summary>
public sealed class TimeStampTests
{
    [Fact]
    public void Every_character_of_a_time_is_drawn()
    {
        int[] ink = [.. Enumerable.Range(0, 6).Select(digit => InkOf(TimeSpan.FromSeconds(digit * 11.11)))];

        Assert.All(ink, count => Assert.InRange(count, 300, 3000));
        Assert.Equal(ink.Length, ink.Distinct().Count());
    }

    [Fact]
    public void A_longer_time_is_wider() => Assert.True(InkOf(TimeSpan.FromMinutes(88)) > InkOf(TimeSpan.FromSeconds(1)));

    /// <returns>The number of nearly white pixels.</returns>
    private static int InkOf(TimeSpan time)
    {
        using var bitmap = new SKBitmap(300, 60, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Gray);
            TimeStamp.Paint(canvas, time, new SKPoint(0, bitmap.Height), 32);
        }

        return bitmap.Pixels.Count(pixel => pixel.Red > 200);
    }
}
