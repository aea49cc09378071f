using Hasta.Recognition.Features;

namespace Hasta.Recognition.Models;

/// <summary>Clips of different lengths, padded to the longest.</summary>
/// <param name="Values"><c>[clip, time, feature]</c>, flattened; 0 behind a clip's end.</param>
/// <param name="Mask"><c>[clip, time]</c>, flattened; true on real frames.</param>
/// <param name="Count">Clips.</param>
/// <param name="Time">Frames of the longest.</param>
internal sealed record PaddedClips(float[] Values, bool[] Mask, int Count, int Time)
{
    /// <exception cref="ArgumentException">No clips.</exception>
    public static PaddedClips From(IReadOnlyList<FeatureSequence> clips)
    {
        ArgumentOutOfRangeException.ThrowIfZero(clips.Count);
        int time = clips.Max(clip => clip.FrameCount);
        int stride = time * FeatureExtractor.Count;
        float[] values = GC.AllocateUninitializedArray<float>(clips.Count * stride);
        bool[] mask = new bool[clips.Count * time];
        for (int i = 0; i < clips.Count; i++)
        {
            Span<float> row = values.AsSpan(i * stride, stride);
            clips[i].Values.CopyTo(row);
            row[clips[i].Values.Length..].Clear();
            mask.AsSpan(i * time, clips[i].FrameCount).Fill(true);
        }

        return new PaddedClips(values, mask, clips.Count, time);
    }
}
