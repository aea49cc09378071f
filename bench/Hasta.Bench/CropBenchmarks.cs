using BenchmarkDotNet.Attributes;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Bench;

/// <summary>Crops one rotated square from a 1080p frame and resizes it to a network's input.</summary>
public class CropBenchmarks
{
    private const int Width = 1920;
    private const int Height = 1080;

    private readonly RotatedRegion region = new(1000, 500, 700, 700, 0.3f);
    private VideoFrame? frame;
    private CropSampler? sampler;

    /// <summary>Side of the network's square input in pixels.</summary>
    [Params(128, 192, 224, 256)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        byte[] rgb = new byte[Width * Height * 3];
        new Random(1).NextBytes(rgb);
        frame = new VideoFrame(TimeSpan.Zero, Width, Height, rgb);
        sampler = new CropSampler(new CropFormat { Size = Size });
    }

    [Benchmark]
    public float Sample() => sampler!.Sample(frame!, region)[0];
}
