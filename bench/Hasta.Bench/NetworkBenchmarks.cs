using BenchmarkDotNet.Attributes;
using Hasta.Landmarks.Inference;

namespace Hasta.Bench;

/// <summary>Inference of each MediaPipe network on one image.</summary>
public class NetworkBenchmarks
{
    private LandmarkNetwork? network;
    private float[] picture = [];

    [ParamsAllValues]
    public LandmarkModel Model { get; set; }

    [GlobalSetup]
    public void Load()
    {
        network = LandmarkNetwork.Load(ModelFiles.Find(), Model);
        var random = new Random(1);
        picture = [.. Enumerable.Range(0, network.InputWidth * network.InputHeight * 3).Select(_ => random.NextSingle())];
    }

    [GlobalCleanup]
    public void Release() => network?.Dispose();

    [Benchmark]
    public float[][] Run() => network!.Run(picture);
}
