using Hasta.Recognition.Features;
using Hasta.Recognition.FrameViews;

namespace Hasta.Recognition.Models;

/// <summary>The pictures of several clips, padded to the most that a clip has.</summary>
/// <param name="Pixels"><c>[clip, frame, channel, height, width]</c>, flattened: red, green, blue; 0 where a clip has fewer.</param>
/// <param name="Mask"><c>[clip, frame]</c>, flattened; true on real pictures.</param>
/// <param name="Times"><c>[clip, frame]</c>, flattened: when, in frames of the clip's features.</param>
/// <param name="Count">Clips.</param>
/// <param name="Frames">Of the clip with the most.</param>
/// <param name="Size">Height and width in pixels.</param>
internal sealed record PaddedPictures(byte[] Pixels, bool[] Mask, float[] Times, int Count, int Frames, int Size)
{
    /// <summary>Red, green and blue.</summary>
    public const int Channels = 3;

    /// <returns>Null where no clip has pictures.</returns>
    /// <exception cref="ArgumentException">Some have and some have not, or they differ in size.</exception>
    public static PaddedPictures? From(IReadOnlyList<FeatureSequence> clips)
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
        long bytesPerClip = (long)most * Channels * size * size;
        byte[] pixels = new byte[stacks.Length * bytesPerClip];
        float[] times = new float[stacks.Length * most];
        bool[] mask = new bool[stacks.Length * most];
        for (int i = 0; i < stacks.Length; i++)
        {
            stacks[i].Pixels.CopyTo(pixels, i * bytesPerClip);
            stacks[i].Times.CopyTo(times, i * most);
            mask.AsSpan(i * most, stacks[i].Times.Length).Fill(true);
        }

        return new PaddedPictures(pixels, mask, times, stacks.Length, most, size);
    }
}
