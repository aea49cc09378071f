using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Formats.Pose;

public sealed class PoseRecorderTests
{
    private static readonly LandmarkSequence Clip = MadeClip.Sequence(frames: 5, withFace: true);

    [Fact]
    public async Task Frames_recorded_one_by_one_are_read_back()
    {
        using var folder = new TempFolder();
        using (var recorder = new PoseRecorder(folder.At("a.pose"), LandmarkFrames.From(Clip)))
        {
            await recorder.RecordAsync(TestContext.Current.CancellationToken);
            recorder.Commit();
        }

        LandmarkSequence read = PoseFile.Read(folder.At("a.pose"));

        Assert.Equal((Clip.Fps, Clip.Width, Clip.Height), (read.Fps, read.Width, read.Height));
        Assert.All(Clip.Frames.Zip(read.Frames), pair => Assert.Equal(pair.First.All.ToArray(), pair.Second.All.ToArray()));
        Assert.Equal(["a.pose"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void An_uncommitted_recording_leaves_no_trace()
    {
        using var folder = new TempFolder();
        string path = folder.Write("a.pose", "older");

        using (var recorder = new PoseRecorder(path, LandmarkFrames.From(Clip)))
        {
            recorder.Add(Clip.Frames[0]);
        }

        Assert.Equal("older", File.ReadAllText(path));
        Assert.Single(Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public void A_clip_without_frames_is_written_as_a_file_without_frames()
    {
        using var folder = new TempFolder();

        PoseFile.Write(folder.At("a.pose"), Clip with { Frames = [] });

        Assert.Equal(0, PoseReader.Read(folder.At("a.pose")).Frames);
    }

    [Fact]
    public void Memory_use_does_not_grow_with_the_number_of_frames() =>
        Assert.InRange(AllocatedBy(frames: 1000), 0, 100 * LandmarkLayout.CountWithFace * 16);

    private static long AllocatedBy(int frames)
    {
        using var folder = new TempFolder();
        long before = GC.GetAllocatedBytesForCurrentThread();
        using var recorder = new PoseRecorder(folder.At("a.pose"), LandmarkFrames.From(Clip));
        for (int i = 0; i < frames; i++)
        {
            recorder.Add(Clip.Frames[i % Clip.Frames.Count]);
        }

        recorder.Commit();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
