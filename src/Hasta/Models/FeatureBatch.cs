using Hasta.Features;
using static TorchSharp.torch;

namespace Hasta.Models;

/// <summary>Clips of different lengths, padded to the longest.</summary>
public sealed class FeatureBatch : IDisposable
{
    private FeatureBatch(Tensor features, Tensor mask)
    {
        Features = features;
        Mask = mask;
    }

    /// <summary><c>[batch, time, feature]</c>, 0 behind a clip's end.</summary>
    public Tensor Features { get; }

    /// <summary><c>[batch, time]</c>, true on real frames.</summary>
    public Tensor Mask { get; }

    /// <summary>Null where the clips have none.</summary>
    public PictureBatch? Pictures { get; private init; }

    /// <exception cref="ArgumentException">No clips.</exception>
    public static FeatureBatch From(IReadOnlyList<FeatureSequence> clips, Device device)
    {
        int time = clips.Max(clip => clip.Time);
        float[] values = new float[clips.Count * time * FeatureExtractor.Count];
        bool[] mask = new bool[clips.Count * time];
        for (int i = 0; i < clips.Count; i++)
        {
            clips[i].Values.CopyTo(values.AsSpan(i * time * FeatureExtractor.Count));
            mask.AsSpan(i * time, clips[i].Time).Fill(true);
        }

        return new FeatureBatch(
            tensor(values, [clips.Count, time, FeatureExtractor.Count], device: device),
            tensor(mask, [clips.Count, time], device: device))
        {
            Pictures = PictureBatch.From(clips, device),
        };
    }

    /// <returns>The same with features of another type.</returns>
    internal FeatureBatch To(ScalarType type) => new(Features.to(type), Mask.alias());

    public void Dispose()
    {
        Features.Dispose();
        Mask.Dispose();
        Pictures?.Dispose();
    }
}
