using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Training.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Data;

/// <summary>Clips of different lengths, padded to the longest.</summary>
internal sealed class FeatureBatch : IDisposable
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

    /// <summary>Takes no memory of libtorch's on a processor: the tensors lie in .NET's arrays.</summary>
    /// <exception cref="ArgumentException">No clips.</exception>
    public static FeatureBatch From(IReadOnlyList<FeatureSequence> clips, Device device)
    {
        PaddedClips padded = PaddedClips.From(clips);
        return new FeatureBatch(
            TensorFactory.ToTensor(padded.Values, device, padded.Count, padded.Time, FeatureExtractor.Count),
            TensorFactory.ToTensor(padded.Mask, device, padded.Count, padded.Time))
        {
            Pictures = PictureBatch.From(clips, device),
        };
    }

    /// <param name="start">The first clip.</param>
    /// <param name="count">Clips, 1 or more.</param>
    /// <param name="device">Where they shall lie; where they lie there already, nothing is copied.</param>
    /// <returns>These clips alone, padded to the longest of them.</returns>
    internal FeatureBatch Slice(int start, int count, Device device)
    {
        PictureBatch? pictures = Pictures?.Slice(start, count, device);
        using DisposeScope scope = NewDisposeScope();
        Tensor mask = Mask.narrow(0, start, count);
        long time = count == Mask.shape[0] ? Mask.shape[1] : mask.sum(1).max().item<long>();
        return new FeatureBatch(
            Features.narrow(0, start, count).narrow(1, 0, time).to(device).MoveToOuterDisposeScope(),
            mask.narrow(1, 0, time).to(device).MoveToOuterDisposeScope())
        {
            Pictures = pictures,
        };
    }

    /// <returns>The same with features of another type; the pictures stay bytes.</returns>
    internal FeatureBatch To(ScalarType type) => new(Features.to(type), Mask.alias()) { Pictures = Pictures?.Alias() };

    public void Dispose()
    {
        Features.Dispose();
        Mask.Dispose();
        Pictures?.Dispose();
    }
}
