using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Recognition.Features;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Features;

/// <summary>A .pose file contains a single frame rate, but the frames of a camera arrive at irregular times.</summary>
public sealed class UnevenTimesTests
{
    [Fact]
    public async Task A_clip_with_uneven_frame_times_has_the_same_features_live_and_from_its_file()
    {
        using var folder = new TempFolder();
        LandmarkSequence even = new Puppet { Frames = 47 }.Sign();
        var random = new Random(4);
        TimeSpan time = TimeSpan.Zero;
        LandmarkFrame[] frames =
        [
            .. even.Frames.Select(frame => new LandmarkFrame(time += TimeSpan.FromMilliseconds(random.Next(20, 90)), frame.All.ToArray())),
        ];
        LandmarkFrames Clip() => LandmarkFrames.From(even with { Frames = frames });
        using (var recorder = new PoseRecorder(folder.At("uneven.pose"), Clip()))
        {
            await recorder.RecordAsync(TestContext.Current.CancellationToken);
            recorder.Commit();
        }

        FeatureSequence live = FeaturesOf(await Clip().CollectAsync(TestContext.Current.CancellationToken));
        FeatureSequence recorded = FeaturesOf(PoseFile.Read(folder.At("uneven.pose")));

        Assert.NotEqual(live.FrameCount, FeaturesOf(even).FrameCount);
        Assert.Equal(live.FrameCount, recorded.FrameCount);
        Assert.Equal(live.Values, recorded.Values);
    }

    private static FeatureSequence FeaturesOf(LandmarkSequence sequence) =>
        FeatureExtractor.Extract(new SequenceNormalizer(new FeatureConfig()).Extract(sequence));
}
