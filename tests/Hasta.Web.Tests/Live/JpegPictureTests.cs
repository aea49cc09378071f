using Hasta.Landmarks.Video;
using Hasta.Web.Live;
using SkiaSharp;

namespace Hasta.Web.Tests.Live;

public sealed class JpegPictureTests
{
    private static readonly byte[] Good = Encode(64, 48);

    [Fact]
    public void A_JPEG_is_decoded()
    {
        VideoFrame frame = JpegPicture.Decode(TimeSpan.Zero, Good);

        Assert.Equal((64, 48), (frame.Width, frame.Height));
    }

    /// <summary>It would take a gigabyte of pixels, and in a progressive file as much again for coefficients.</summary>
    [Theory]
    [InlineData(0xC0)]
    [InlineData(0xC2)]
    public void A_picture_of_16_thousand_pixels_square_is_refused_before_memory_is_reserved(byte startOfFrame)
    {
        byte[] huge = [.. Good];
        int header = huge.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        huge[header + 1] = startOfFrame;
        (huge[header + 5], huge[header + 6], huge[header + 7], huge[header + 8]) = (0x40, 0, 0x40, 0);
        long before = Environment.WorkingSet;

        StreamException error = Assert.Throws<StreamException>(() => JpegPicture.Decode(TimeSpan.Zero, huge));

        Assert.Equal("tooLarge", error.Code);
        Assert.Contains("16384x16384", error.Message, StringComparison.Ordinal);
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 100 << 20);
    }

    /// <summary>Each scan of a few bytes goes through all pixels: a megabyte of them takes minutes.</summary>
    [Fact]
    public void A_picture_of_many_scans_is_refused()
    {
        int scan = Good.AsSpan().IndexOf<byte>([0xFF, 0xDA]);
        byte[] bomb = [.. Good[..scan], .. Enumerable.Repeat(Good[scan..^2], 100).SelectMany(part => part), .. Good[^2..]];

        StreamException error = Assert.Throws<StreamException>(() => JpegPicture.Decode(TimeSpan.Zero, bomb));

        Assert.Contains("scans", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_pictures_and_other_formats_are_refused()
    {
        Assert.Throws<StreamException>(() => JpegPicture.Decode(TimeSpan.Zero, Good.AsMemory(0, 20)));
        Assert.Throws<StreamException>(() => JpegPicture.Decode(TimeSpan.Zero, Encode(8, 8, SKEncodedImageFormat.Png)));
        Assert.Throws<StreamException>(() => JpegPicture.Decode(TimeSpan.Zero, default));
    }

    private static byte[] Encode(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var picture = new SKBitmap(width, height);
        picture.Erase(SKColors.Teal);
        using SKData data = picture.Encode(format, 80);
        return data.ToArray();
    }
}
