using Hasta.Datasets.Preparation;
using Hasta.Landmarks.IO;

namespace Hasta.Datasets.Tests.Preparation;

public sealed class InterruptedPrepareTests : IDisposable
{
    private readonly PrepareBench bench = new();
    private readonly string undisturbed;

    public InterruptedPrepareTests()
    {
        bench.WriteClip("Bye/text.mp4", "text");
        bench.PrepareAsync(new MadeExtractor()).GetAwaiter().GetResult();
        undisturbed = bench.State();
        Directory.Delete(bench.Data, recursive: true);
    }

    private string Journal => Path.Combine(bench.Data, Manifest.JournalFileName);

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_cancelled_prepare_keeps_finished_clips_and_the_next_ends_like_an_uninterrupted_one()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            bench.PrepareAsync(new MadeExtractor { CancelAt = "Hello/0" }, workers: 1));
        Assert.Equal(["Bye/1", "Bye/3", "Bye/5"], Manifest.Read(bench.Data).Select(entry => entry.Clip));
        var next = new MadeExtractor();

        await bench.PrepareAsync(next);

        Assert.Equal(["Bye/text", "Hello/0", "Hello/2", "Hello/4"], next.Extracted.Order(StringComparer.Ordinal));
        Assert.Equal(undisturbed, bench.State());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_kill_leaves_a_journal_from_which_the_next_prepare_resumes(int finished)
    {
        await Kill(finished);
        var next = new MadeExtractor();

        await bench.PrepareAsync(next);

        Assert.Equal(7 - finished, next.Extracted.Count);
        Assert.Equal(undisturbed, bench.State());
    }

    [Fact]
    public async Task An_entry_whose_landmarks_were_lost_in_a_kill_is_not_restored()
    {
        await Kill(finished: 3);
        string gone = Manifest.PosePath(bench.Data, "Bye/1");
        Assert.True(File.Exists(gone));
        File.Delete(gone);
        File.Delete(Path.Combine(bench.Videos, "Bye", "1.mp4"));

        await bench.PrepareAsync(new MadeExtractor());

        Assert.DoesNotContain("Bye/1", Manifest.Read(bench.Data).Select(entry => entry.Clip));
    }

    [Fact]
    public async Task A_second_prepare_into_one_folder_is_refused_and_the_first_continues()
    {
        var reached = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var slow = new GatedExtractor(reached, go);
        Task<PrepareSummary> first = bench.PrepareAsync(slow);
        await reached.Task;

        var error = await Assert.ThrowsAsync<DataFolderException>(() => bench.PrepareAsync(new MadeExtractor()));

        Assert.Contains("another hasta prepare", error.Message, StringComparison.Ordinal);
        go.SetResult();
        Assert.Equal(6, (await first).Prepared);
        Assert.Equal(undisturbed, bench.State());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_an_error_with_a_remedy()
    {
        Directory.CreateDirectory(bench.Data);
        await File.WriteAllTextAsync(Path.Combine(bench.Data, "poses"), "in the way", TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<DataFolderException>(() => bench.PrepareAsync(new MadeExtractor()));

        Assert.Contains("run the same command again", error.Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(bench.Data, "poses"));
        await bench.PrepareAsync(new MadeExtractor());
        Assert.Equal(undisturbed, bench.State());
    }

    /// <summary>
    /// Puts the folder into the state after a kill: some clips finished, a truncated line, a half-written .pose file, one not yet listed.
    /// </summary>
    private async Task Kill(int finished)
    {
        await bench.PrepareAsync(new MadeExtractor());
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(bench.Data, Manifest.FileName), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Journal,
            string.Concat(lines.Take(finished).Select(line => line + "\n")) + lines[finished][..40],
            TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(bench.Data, Manifest.FileName));
        File.Delete(Path.Combine(bench.Data, "skipped.jsonl"));
        string[] clips = ["Bye/1", "Bye/3", "Bye/5", "Hello/0", "Hello/2", "Hello/4"];
        foreach (string clip in clips.Skip(finished + 1))
        {
            string pose = Manifest.PosePath(bench.Data, clip);
            await File.WriteAllBytesAsync(
                $"{pose}.999999999-{Guid.NewGuid():N}{AtomicFile.TemporaryExtension}",
                (await File.ReadAllBytesAsync(pose, TestContext.Current.CancellationToken))[..100],
                TestContext.Current.CancellationToken);
            File.Delete(pose);
        }
    }
}
