using Hasta.Recognition.Features;
using Hasta.Recognition.FrameViews;

namespace Hasta.Recognition.Models;

/// <summary>The video frames of several clips, padded to the maximum number of frames of a clip.</summary>
/// <param name="Pixels"><c>[clip, frame, channel, height, width]</c>, flattened: red, green, blue; 0 where a clip has fewer.</param>
/// <param name="Mask"><c>[clip, frame]</c>, flattened; true on real frames.</param>
/// <param name="Times"><c>[clip, frame]</c>, flattened: the time, in frames of the clip's features.</param>
/// <param name="Count">Number of clips.</param>
/// <param name="Frames">Maximum number of frames of a clip.</param>
/// <param name="Size">Height and width in pixels.</param>
internal sealed record PaddedFrames(byte[] Pixels, bool[] Mask, float[] Times, int Count, int Frames, int Size)
{
    /// <summary>Red, green and blue.</summary>
    public const int Channels = 3;

    /// <returns>Null if no clip has video frames.</returns>
    /// <exception cref="ArgumentException">Only some clips have video frames, or the frames differ in size.</exception>
    public static PaddedFrames? From(IReadOnlyList<FeatureSequence> clips)
    {
        ClipFrames[] stacks = [.. clips.Select(clip => clip.Frames).OfType<ClipFrames>()];
        if (stacks.Length == 0)
        {
            return null;
        }

        int size = stacks[0].Size;
        if (stacks.Length != clips.Count || Array.Exists(stacks, stack => stack.Size != size))
        {
            throw new ArgumentException(
                "Either all clips of a batch must have video frames of the same size, or none may have any.", nameof(clips));
        }

        int max = stacks.Max(stack => stack.Times.Length);
        long bytesPerClip = (long)max * Channels * size * size;
        byte[] pixels = new byte[stacks.Length * bytesPerClip];
        float[] times = new float[stacks.Length * max];
        bool[] mask = new bool[stacks.Length * max];
        for (int i = 0; i < stacks.Length; i++)
        {
            stacks[i].Pixels.CopyTo(pixels, i * bytesPerClip);
            stacks[i].Times.CopyTo(times, i * max);
            mask.AsSpan(i * max, stacks[i].Times.Length).Fill(true);
        }

        return new PaddedFrames(pixels, mask, times, stacks.Length, max, size);
    }
}
