using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Training.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Data;

/// <summary>The kept frames of a batch's clips, padded to the largest number of frames.</summary>
internal sealed class FrameBatch : IDisposable
{
    private FrameBatch(Tensor frames, Tensor mask, Tensor times)
    {
        (Frames, Mask, Times) = (frames, mask, times);
    }

    /// <summary><c>[batch, frame, channel, height, width]</c>, bytes in the order red, green, blue; 0 in padding.</summary>
    public Tensor Frames { get; }

    /// <summary><c>[batch, frame]</c>, true on real frames.</summary>
    public Tensor Mask { get; }

    /// <summary><c>[batch, frame]</c>: position in time, in frames of <see cref="FeatureBatch.Features"/>.</summary>
    public Tensor Times { get; }

    /// <returns>Null if no clip has kept frames.</returns>
    /// <exception cref="ArgumentException">Only some clips have kept frames, or the frames differ in size.</exception>
    public static FrameBatch? From(IReadOnlyList<FeatureSequence> clips, Device device)
    {
        return PaddedFrames.From(clips) is { } padded
            ? new FrameBatch(
                TensorFactory.ToTensor(
                    padded.Pixels, device, padded.Count, padded.Frames, PaddedFrames.Channels, padded.Size, padded.Size),
                TensorFactory.ToTensor(padded.Mask, device, padded.Count, padded.Frames),
                TensorFactory.ToTensor(padded.Times, device, padded.Count, padded.Frames))
            : null;
    }

    /// <inheritdoc cref="FeatureBatch.Slice"/>
    internal FrameBatch Slice(int start, int count, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor Narrow(Tensor all) => all.narrow(0, start, count).to(device).MoveToOuterDisposeScope();
        return new FrameBatch(Narrow(Frames), Narrow(Mask), Narrow(Times));
    }

    /// <summary>Returns the same frames as a separate batch with its own lifetime.</summary>
    internal FrameBatch Alias() => new(Frames.alias(), Mask.alias(), Times.alias());

    public void Dispose()
    {
        Frames.Dispose();
        Mask.Dispose();
        Times.Dispose();
    }
}
