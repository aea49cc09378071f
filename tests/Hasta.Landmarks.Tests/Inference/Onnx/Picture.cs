namespace Hasta.Landmarks.Tests.Inference.Onnx;

/// <summary>A tensor <c>[a, y, x, c]</c> for the plain loops that the exporter is compared with.</summary>
internal sealed record Picture(int Count, int Height, int Width, int Channels)
{
    public float[] Values { get; init; } = new float[Count * Height * Width * Channels];

    public int[] Shape => [Count, Height, Width, Channels];

    /// <summary>0 outside the bounds.</summary>
    public float this[int a, int y, int x, int c]
    {
        get => y >= 0 && x >= 0 && y < Height && x < Width ? Values[(((((a * Height) + y) * Width) + x) * Channels) + c] : 0;
        set => Values[(((((a * Height) + y) * Width) + x) * Channels) + c] = value;
    }

    /// <summary>Numbers between -1 and 1 from a fixed seed.</summary>
    public static Picture Random(int count, int height, int width, int channels)
    {
        var random = new Random(count + (10 * height) + (100 * width) + (1000 * channels));
        var picture = new Picture(count, height, width, channels);
        for (int i = 0; i < picture.Values.Length; i++)
        {
            picture.Values[i] = (2 * random.NextSingle()) - 1;
        }

        return picture;
    }

    public static Picture Compute(int height, int width, int channels, Func<int, int, int, float> value)
    {
        var picture = new Picture(1, height, width, channels);
        for (int i = 0; i < picture.Values.Length; i++)
        {
            picture.Values[i] = value(i / channels / width, i / channels % width, i % channels);
        }

        return picture;
    }

    public static void AssertClose(Picture expected, float[] actual)
    {
        Assert.Equal(expected.Values.Length, actual.Length);
        Assert.All(expected.Values.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }
}
