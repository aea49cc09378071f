using Hasta.Recognition.Features;
using Hasta.Recognition.FrameViews;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Data;

[Collection(TorchTurns.Name)]
public sealed class FeatureBatchTests
{
    public FeatureBatchTests() => TorchDevice.Load();

    [Fact]
    public void Clips_are_zero_padded_to_the_longest_and_survive_garbage_collection()
    {
        FeatureSequence[] clips = [Clip(9, 1), Clip(12, 2), Clip(10, 3)];
        using FeatureBatch batch = FeatureBatch.From(clips, CPU);
        for (int i = 0; i < 3; i++)
        {
            _ = GC.AllocateUninitializedArray<float>(1 << 20);
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        Assert.Equal([3, 12, FeatureExtractor.Count], batch.Features.shape);
        Assert.Equal(
            clips.SelectMany(clip => clip.Values.Concat(new float[(12 - clip.FrameCount) * FeatureExtractor.Count])),
            batch.Features.data<float>().ToArray());
        Assert.Equal(
            clips.SelectMany(clip => Enumerable.Range(0, 12).Select(time => time < clip.FrameCount)),
            batch.Mask.data<bool>().ToArray());
    }

    [Fact]
    public void A_slice_contains_only_its_clips_padded_to_their_longest_with_their_frames()
    {
        FeatureSequence[] clips = [Clip(9, 1), Clip(12, 2), Clip(10, 3)];
        using FeatureBatch batch = FeatureBatch.From(clips, CPU);
        using FeatureBatch slice = batch.Slice(2, 1, CPU);
        using FeatureBatch expected = FeatureBatch.From([clips[2]], CPU);

        Assert.Equal(expected.Features.shape, slice.Features.shape);
        Assert.Equal(Numbers<float>(expected.Features), Numbers<float>(slice.Features));
        Assert.Equal(Numbers<bool>(expected.Mask), Numbers<bool>(slice.Mask));
        Assert.Equal(Numbers<byte>(expected.Frames!.Frames), Numbers<byte>(slice.Frames!.Frames));
        Assert.Equal(Numbers<float>(expected.Frames.Times), Numbers<float>(slice.Frames.Times));
    }

    private static T[] Numbers<T>(TorchSharp.torch.Tensor tensor)
        where T : unmanaged => tensor.contiguous().data<T>().ToArray();

    private static FeatureSequence Clip(int frames, int seed) =>
        new([.. Enumerable.Range(0, frames * FeatureExtractor.Count).Select(i => (float)Math.Sin(seed * i))], frames)
        {
            Frames = new ClipFrames([.. Enumerable.Range(0, 2 * 3 * 4).Select(i => (byte)(seed * i))], [1, 5], 2),
        };
}
