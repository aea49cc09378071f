using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Training.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Data;

/// <summary>Features of clips of different lengths, padded to the longest.</summary>
internal sealed class FeatureBatch : IDisposable
{
    private FeatureBatch(Tensor features, Tensor mask)
    {
        Features = features;
        Mask = mask;
    }

    /// <summary><c>[batch, time, feature]</c>, 0 after a clip's end.</summary>
    public Tensor Features { get; }

    /// <summary><c>[batch, time]</c>, true on real frames.</summary>
    public Tensor Mask { get; }

    /// <summary>Kept frames of the clips; null if they have none.</summary>
    public FrameBatch? Frames { get; private init; }

    /// <summary>On the CPU the tensors share the memory of .NET arrays, so that libtorch allocates none.</summary>
    /// <exception cref="ArgumentException"><paramref name="clips"/> is empty.</exception>
    public static FeatureBatch From(IReadOnlyList<FeatureSequence> clips, Device device)
    {
        PaddedClips padded = PaddedClips.From(clips);
        return new FeatureBatch(
            TensorFactory.ToTensor(padded.Values, device, padded.Count, padded.Time, FeatureExtractor.Count),
            TensorFactory.ToTensor(padded.Mask, device, padded.Count, padded.Time))
        {
            Frames = FrameBatch.From(clips, device),
        };
    }

    /// <param name="start">Index of the first clip.</param>
    /// <param name="count">Number of clips, at least 1.</param>
    /// <param name="device">Target device; nothing is copied if the batch is already on it.</param>
    /// <returns>Only these clips, padded to the longest of them.</returns>
    internal FeatureBatch Slice(int start, int count, Device device)
    {
        FrameBatch? pictures = Frames?.Slice(start, count, device);
        using DisposeScope scope = NewDisposeScope();
        Tensor mask = Mask.narrow(0, start, count);
        long time = count == Mask.shape[0] ? Mask.shape[1] : mask.sum(1).max().item<long>();
        return new FeatureBatch(
            Features.narrow(0, start, count).narrow(1, 0, time).to(device).MoveToOuterDisposeScope(),
            mask.narrow(1, 0, time).to(device).MoveToOuterDisposeScope())
        {
            Frames = pictures,
        };
    }

    /// <returns>The same batch with features of another type; frames stay bytes.</returns>
    internal FeatureBatch To(ScalarType type) => new(Features.to(type), Mask.alias()) { Frames = Frames?.Alias() };

    public void Dispose()
    {
        Features.Dispose();
        Mask.Dispose();
        Frames?.Dispose();
    }
}
