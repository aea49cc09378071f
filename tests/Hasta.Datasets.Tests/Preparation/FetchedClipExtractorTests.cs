using System.Collections.Concurrent;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;

namespace Hasta.Datasets.Tests.Preparation;

public sealed class FetchedClipExtractorTests : IDisposable
{
    private const int Count = 40;
    private readonly PrepareBench bench = new();
    private readonly ConcurrentQueue<string> fetched = [];

    private string Fetched => Path.Combine(bench.Data, ".fetched");

    [Fact]
    public async Task Each_clip_is_fetched_once_processed_and_deleted_and_few_exist_at_a_time()
    {
        PrepareSummary summary = await PrepareAsync(new MadeExtractor());

        Assert.Equal((Count, 0), (summary.Prepared, summary.Skipped.Count));
        Assert.Equal(Count, fetched.Distinct().Count());
        Assert.Equal(Count, fetched.Count);
        Assert.False(Directory.Exists(Fetched));
        Assert.All(
            Manifest.Read(bench.Data),
            entry => Assert.Equal(("zip/" + entry.Clip + ".MOV", "crc " + entry.Clip), (entry.Source, entry.SourceFingerprint)));
    }

    [Fact]
    public async Task A_resumed_prepare_does_not_fetch_finished_clips_again()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => PrepareAsync(new MadeExtractor { CancelAt = "Hello/20" }, workers: 1));
        HashSet<string> finished = [.. Manifest.Read(bench.Data).Select(entry => entry.Clip)];
        Assert.Equal(10, finished.Count);
        fetched.Clear();

        await PrepareAsync(new MadeExtractor());

        Assert.DoesNotContain(fetched, finished.Contains);
        Assert.Equal(Count, Manifest.Read(bench.Data).Count);
        Assert.False(Directory.Exists(Fetched));
    }

    [Fact]
    public async Task A_clip_that_cannot_be_decoded_is_named_by_its_path_in_the_zip_and_deleted()
    {
        PrepareSummary summary = await PrepareAsync(new MadeExtractor(), text: "text");

        Assert.Equal(Count, summary.Skipped.Count);
        Assert.All(summary.Skipped, clip => Assert.StartsWith("zip/Hello/", clip.Reason, StringComparison.Ordinal));
        Assert.False(Directory.Exists(Fetched));
    }

    [Fact]
    public async Task Two_extractors_for_one_folder_are_refused()
    {
        Directory.CreateDirectory(bench.Data);
        await using var first = new FetchedClipExtractor(new MadeExtractor(), bench.Data, [], ahead: 1);

        Assert.Throws<DataFolderException>(() => new FetchedClipExtractor(new MadeExtractor(), bench.Data, [], ahead: 1));
    }

    [Fact]
    public async Task Files_that_were_not_fetched_are_kept()
    {
        string own = Path.Combine(Fetched, "mine.mp4");
        string left = Path.Combine(Fetched, "00007.MOV.999999999-0123456789abcdef0123456789abcdef.partial");
        Directory.CreateDirectory(Fetched);
        await File.WriteAllTextAsync(own, "mine", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(left, "half", TestContext.Current.CancellationToken);

        await PrepareAsync(new MadeExtractor());

        Assert.Equal([own], Directory.GetFiles(Fetched));
    }

    [Fact]
    public void A_link_in_place_of_the_fetch_folder_is_refused()
    {
        Directory.CreateDirectory(bench.Data);
        Directory.CreateSymbolicLink(Fetched, bench.Videos);

        Assert.Throws<DataFolderException>(() => new FetchedClipExtractor(new MadeExtractor(), bench.Data, [], ahead: 1));
    }

    public void Dispose() => bench.Dispose();

    private async Task<PrepareSummary> PrepareAsync(MadeExtractor inner, string text = "12", int workers = 2)
    {
        FetchableClip[] clips = [.. Enumerable.Range(10, Count).Select(i => ClipOf($"Hello/{i}", text))];
        await using var extractor = new FetchedClipExtractor(inner, bench.Data, clips, ahead: 4);
        return await bench.PrepareAsync([.. clips.Select(clip => new PrepareItem(clip.Clip, extractor))], workers);
    }

    private FetchableClip ClipOf(string id, string text) => new(new Clip($"zip/{id}.MOV", id, "Hello"), "crc " + id, async (path, token) =>
    {
        fetched.Enqueue(id);
        await File.WriteAllTextAsync(path, text, token);
        Assert.InRange(Directory.GetFiles(Fetched, "*.MOV").Length, 1, 4 + 2 + 1);
    });
}
