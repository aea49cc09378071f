using Hasta.Datasets.Preparation;
using Hasta.Landmarks.IO;
using Hasta.Pictures.KeptFrames;

namespace Hasta.Datasets.Tests.Preparation;

/// <summary>Frames kept next to the landmarks have the same guarantees as these (kill, resume, identical bytes).</summary>
public sealed class FramesPreparationTests : IDisposable
{
    private static readonly string[] Clips = ["Bye/1", "Bye/3", "Bye/5", "Hello/0", "Hello/2", "Hello/4"];

    private readonly PrepareBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Frames_are_kept_next_to_the_landmarks_in_one_pass()
    {
        var made = new MadeExtractor();

        await bench.PrepareAsync(new PaintedExtractor(made));

        Assert.Equal(Clips, made.Extracted.Order(StringComparer.Ordinal));
        Assert.All(Manifest.Read(bench.Data), entry =>
        {
            byte[] bytes = File.ReadAllBytes(Manifest.FramesPath(bench.Data, entry.Clip));
            Assert.Equal(new FrameSet(FrameSampler.Fingerprint, ContentHash.Compute(bytes)), entry.KeptFrames);
            Assert.Equal(Math.Min(entry.Frames, FrameSampler.Frames), FrameSetFile.Parse("made", bytes).Header.Frames.Count);
        });
    }

    [Fact]
    public async Task Landmarks_and_their_hashes_are_the_same_with_and_without_frames()
    {
        await bench.PrepareAsync(new MadeExtractor());
        IReadOnlyList<ManifestEntry> without = Manifest.Read(bench.Data);
        Directory.Delete(bench.Data, recursive: true);

        await bench.PrepareAsync(new PaintedExtractor(new MadeExtractor()));

        Assert.Equal(without, Manifest.Read(bench.Data).Select(entry => entry with { KeptFrames = null }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_kill_does_not_change_the_result(int finished)
    {
        await bench.PrepareAsync(new PaintedExtractor(new MadeExtractor()));
        string undisturbed = bench.State();
        await Kill(finished);
        var next = new MadeExtractor();

        await bench.PrepareAsync(new PaintedExtractor(next));

        Assert.Equal(Clips.Skip(finished), next.Extracted.Order(StringComparer.Ordinal));
        Assert.Equal(undisturbed, bench.State());
    }

    [Fact]
    public async Task A_cancellation_keeps_finished_clips()
    {
        await bench.PrepareAsync(new PaintedExtractor(new MadeExtractor()));
        string undisturbed = bench.State();
        Directory.Delete(bench.Data, recursive: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            bench.PrepareAsync(new PaintedExtractor(new MadeExtractor { CancelAt = "Hello/0" }), workers: 1));

        await bench.PrepareAsync(new PaintedExtractor(new MadeExtractor()));

        Assert.Equal(undisturbed, bench.State());
    }

    [Fact]
    public async Task Frames_requested_later_are_added_and_not_removed_afterwards()
    {
        await bench.PrepareAsync(new MadeExtractor());
        await bench.PrepareAsync(new PaintedExtractor(new MadeExtractor()));
        string withFrames = bench.State();
        var again = new MadeExtractor();

        await bench.PrepareAsync(new PaintedExtractor(again) { FrameEngine = null });

        Assert.Empty(again.Extracted);
        Assert.Equal(withFrames, bench.State());
        Assert.All(Manifest.Read(bench.Data), entry => Assert.NotNull(entry.KeptFrames));
    }

    [Fact]
    public async Task Damaged_missing_and_outdated_frames_are_recreated()
    {
        await bench.PrepareAsync(new PaintedExtractor(new MadeExtractor()));
        string before = bench.State();
        File.AppendAllText(Manifest.FramesPath(bench.Data, "Bye/1"), "x");
        File.Delete(Manifest.FramesPath(bench.Data, "Bye/3"));
        var again = new MadeExtractor();

        await bench.PrepareAsync(new PaintedExtractor(again));

        Assert.Equal(["Bye/1", "Bye/3"], again.Extracted.Order(StringComparer.Ordinal));
        Assert.Equal(before, bench.State());
        var other = new MadeExtractor();
        await bench.PrepareAsync(new PaintedExtractor(other) { FrameEngine = "frames 2" });
        Assert.Equal(6, other.Extracted.Count);
    }

    [Fact]
    public async Task A_clip_that_changes_without_frames_loses_its_old_frames()
    {
        await bench.PrepareAsync(new PaintedExtractor(new MadeExtractor()));
        bench.WriteClip("Bye/1.mp4", "40");
        bench.WriteClip("Bye/3.mp4", "text");

        await bench.PrepareAsync(new MadeExtractor());

        Assert.Null(Manifest.Read(bench.Data).Single(entry => entry.Clip == "Bye/1").KeptFrames);
        Assert.False(File.Exists(Manifest.FramesPath(bench.Data, "Bye/1")));
        Assert.False(File.Exists(Manifest.FramesPath(bench.Data, "Bye/3")));
        Assert.True(File.Exists(Manifest.FramesPath(bench.Data, "Bye/5")));
    }

    /// <summary>Simulates a kill: some clips are finished, the next has only its frames, all others have a half-written file.</summary>
    private async Task Kill(int finished)
    {
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(bench.Data, Manifest.FileName), TestContext.Current.CancellationToken);
        File.WriteAllText(
            Path.Combine(bench.Data, Manifest.JournalFileName),
            string.Concat(lines.Take(finished).Select(line => line + "\n")) + lines[finished][..30]);
        File.Delete(Path.Combine(bench.Data, Manifest.FileName));
        File.Delete(Path.Combine(bench.Data, "skipped.jsonl"));
        File.Delete(Manifest.PosePath(bench.Data, Clips[finished]));
        foreach (string clip in Clips.Skip(finished + 1))
        {
            string frames = Manifest.FramesPath(bench.Data, clip);
            File.WriteAllBytes(
                frames + ".999999999-0123456789abcdef0123456789abcdef" + AtomicFile.TemporaryExtension,
                File.ReadAllBytes(frames)[..100]);
            File.Delete(frames);
            File.Delete(Manifest.PosePath(bench.Data, clip));
        }
    }
}
