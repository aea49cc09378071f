using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.Tests.MediaPipe.Regions;

public sealed class CropSamplerTests
{
    private const int Side = 16;
    private const float Tolerance = 1e-3f;

    [Fact]
    public void Sampling_the_whole_frame_at_its_own_size_returns_the_frame() =>
        AssertSample(Whole, new CropFormat { Size = Side, Max = 255 }, (x, y, c) => Color(x, y, c));

    [Fact]
    public void A_quarter_turn_turns_columns_into_rows() =>
        AssertSample(
            Whole with { Rotation = MathF.PI / 2 },
            new CropFormat { Size = Side, Max = 255 },
            (x, y, c) => Color(Side - 1 - y, x, c));

    [Fact]
    public void Halving_the_size_averages_four_pixels() =>
        AssertSample(Whole, new CropFormat { Size = Side / 2, Max = 255 }, (x, y, c) => Color((2 * x) + 0.5f, (2 * y) + 0.5f, c));

    [Fact]
    public void Doubling_the_size_offsets_by_a_quarter_pixel_and_repeats_the_border() =>
        AssertSample(Whole, new CropFormat { Size = 2 * Side, Max = 255 }, (x, y, c) => Color(ToSource(x), ToSource(y), c));

    [Fact]
    public void Values_are_in_the_input_range_of_the_network() =>
        AssertSample(Whole, new CropFormat { Size = Side, Min = -1, Max = 1 }, (x, y, c) => (Color(x, y, c) / 127.5f) - 1);

    [Fact]
    public void Outside_the_frame_is_black_or_repeats_the_border_as_configured()
    {
        var above = Whole with { CenterY = Whole.CenterY - Side };

        AssertSample(above, new CropFormat { Size = Side, Max = 255 }, (x, _, c) => Color(x, 0, c));
        AssertSample(above, new CropFormat { Size = Side, Min = -1, Max = 1, BlackOutside = true }, (_, _, _) => -1);
    }

    private static RotatedRegion Whole => new(Side / 2f, Side / 2f, Side, Side, 0);

    /// <summary>A different gradient in each channel: red horizontal, green vertical, blue constant.</summary>
    private static float Color(float x, float y, int channel) => channel switch { 0 => 10 + (15 * x), 1 => 250 - (15 * y), _ => 77 };

    private static float ToSource(int pixel) => Math.Clamp(((pixel + 0.5f) / 2) - 0.5f, 0, Side - 1);

    private static void AssertSample(RotatedRegion region, CropFormat format, Func<int, int, int, float> expected)
    {
        var crop = new CropSampler(format).Sample(Paint(), region);

        for (int i = 0; i < crop.Length; i++)
        {
            Assert.Equal(expected(i % format.Size, i / format.Size % format.Size, i / (format.Size * format.Size)), crop[i], Tolerance);
        }
    }

    private static VideoFrame Paint()
    {
        byte[] rgb = new byte[Side * Side * 3];
        for (int i = 0; i < rgb.Length; i++)
        {
            rgb[i] = (byte)Color(i / 3 % Side, i / 3 / Side, i % 3);
        }

        return new VideoFrame(TimeSpan.Zero, Side, Side, rgb);
    }
}
