using Hasta.Recognition.Features;

namespace Hasta.Recognition.Models;

/// <summary>Clips of different lengths, padded to the longest.</summary>
/// <param name="Values"><c>[clip, time, feature]</c>, flattened; 0 after the end of a clip.</param>
/// <param name="Mask"><c>[clip, time]</c>, flattened; true on real frames.</param>
/// <param name="Count">Number of clips.</param>
/// <param name="Time">Frames of the longest clip.</param>
internal sealed record PaddedClips(float[] Values, bool[] Mask, int Count, int Time)
{
    /// <exception cref="ArgumentException">There are no clips.</exception>
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
