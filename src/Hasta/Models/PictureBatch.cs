using Hasta.Features;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Models;

/// <summary>The pictures of a batch's clips, padded to the most.</summary>
public sealed class PictureBatch : IDisposable
{
    private const int Channels = 3;

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
        ClipPictures[] stacks = [.. clips.Select(clip => clip.Frames).OfType<ClipPictures>()];
        if (stacks.Length == 0)
        {
            return null;
        }

        int size = stacks[0].Size;
        if (stacks.Length != clips.Count || Array.Exists(stacks, stack => stack.Size != size))
        {
            throw new ArgumentException("All clips of a batch have pictures of one size, or none has any.", nameof(clips));
        }

        int most = stacks.Max(stack => stack.Times.Length);
        long bytesAClip = (long)most * Channels * size * size;
        byte[] pixels = new byte[stacks.Length * bytesAClip];
        float[] times = new float[stacks.Length * most];
        bool[] mask = new bool[stacks.Length * most];
        for (int i = 0; i < stacks.Length; i++)
        {
            stacks[i].Pixels.CopyTo(pixels, i * bytesAClip);
            stacks[i].Times.CopyTo(times, i * most);
            mask.AsSpan(i * most, stacks[i].Times.Length).Fill(true);
        }

        return new PictureBatch(
            Arrays.ToTensor(pixels, device, stacks.Length, most, Channels, size, size),
            Arrays.ToTensor(mask, device, stacks.Length, most),
            Arrays.ToTensor(times, device, stacks.Length, most));
    }

    /// <inheritdoc cref="FeatureBatch.Part"/>
    internal PictureBatch Part(int start, int count, Device device)
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
