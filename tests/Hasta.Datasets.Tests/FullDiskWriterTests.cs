using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;
using Hasta.Datasets.Tests.Preparation;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hasta.Datasets.Tests;

/// <summary>Writing to a full disk is an error and leaves no partial file.</summary>
public sealed class FullDiskWriterTests : IDisposable
{
    private readonly SmallDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task Prepare_leaves_no_partial_files()
    {
        using var bench = new PrepareBench();
        Directory.CreateDirectory(disk.At("data"));
        disk.Fill(leave: 3 * 4096);

        await Assert.ThrowsAnyAsync<Exception>(() => new Preparer(disk.At("data"), 2, NullLogger<Preparer>.Instance).PrepareAsync(
            [.. ClipFinder.Find(bench.Videos).Select(clip => new PrepareItem(clip, new MadeExtractor()))],
            new Progress<WorkProgress>(),
            TestContext.Current.CancellationToken));

        AssertNothingPartial();
    }

    [Fact]
    public void A_table_for_spreadsheets_leaves_no_partial_file()
    {
        disk.Fill();

        Assert.Throws<IOException>(() =>
            AtomicFile.Write(disk.At("predictions.csv"), stream => SpreadsheetCsv.Write(stream, [new { clip = "a", gloss = "b" }])));

        AssertNothingPartial();
    }

    private void AssertNothingPartial() =>
        Assert.Empty(Directory.GetFiles(disk.Path, "*" + AtomicFile.TemporaryExtension, SearchOption.AllDirectories));
}
