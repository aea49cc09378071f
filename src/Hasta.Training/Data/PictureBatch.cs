using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Training.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Data;

/// <summary>The pictures of a batch's clips, padded to the most.</summary>
internal sealed class PictureBatch : IDisposable
{
    private PictureBatch(Tensor frames, Tensor mask, Tensor times)
    {
        (Frames, Mask, Times) = (frames, mask, times);
    }

    /// <summary><c>[batch, frame, channel, height, width]</c>, bytes: red, green, blue; 0 where a clip has fewer.</summary>
    public Tensor Frames { get; }

    /// <summary><c>[batch, frame]</c>, true on real frames.</summary>
    public Tensor Mask { get; }

    /// <summary><c>[batch, frame]</c>: when, in frames of <see cref="FeatureBatch.Features"/>.</summary>
    public Tensor Times { get; }

    /// <returns>Null where no clip has pictures.</returns>
    /// <exception cref="ArgumentException">Some have and some have not, or they differ in size.</exception>
    public static PictureBatch? From(IReadOnlyList<FeatureSequence> clips, Device device)
    {
        return PaddedPictures.From(clips) is { } padded
            ? new PictureBatch(
                TensorFactory.ToTensor(padded.Pixels, device, padded.Count, padded.Frames, PaddedPictures.Channels, padded.Size, padded.Size),
                TensorFactory.ToTensor(padded.Mask, device, padded.Count, padded.Frames),
                TensorFactory.ToTensor(padded.Times, device, padded.Count, padded.Frames))
            : null;
    }

    /// <inheritdoc cref="FeatureBatch.Slice"/>
    internal PictureBatch Slice(int start, int count, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor Part(Tensor whole) => whole.narrow(0, start, count).to(device).MoveToOuterDisposeScope();
        return new PictureBatch(Part(Frames), Part(Mask), Part(Times));
    }

    /// <summary>The same pictures for an owner of their own.</summary>
    internal PictureBatch Alias() => new(Frames.alias(), Mask.alias(), Times.alias());

    public void Dispose()
    {
        Frames.Dispose();
        Mask.Dispose();
        Times.Dispose();
    }
}
