using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;
using Hasta.Landmarks;
using Hasta.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hasta.Datasets.Tests.Preparation;

/// <summary>A folder of synthetic videos and the data folder that they are prepared into.</summary>
internal sealed class PrepareBench : IDisposable
{
    private readonly TempFolder folder = new();

    public PrepareBench()
    {
        for (int i = 0; i < 6; i++)
        {
            WriteClip($"{(i % 2 == 0 ? "Hello" : "Bye")}/{i}.mp4", $"{10 + i}");
        }
    }

    public string Videos => folder.At("videos");

    public string Data => folder.At("data");

    public string WriteClip(string name, string text) => folder.Write("videos/" + name, text);

    public Task<PrepareSummary> PrepareAsync(IClipExtractor extractor, int workers = 2) =>
        PrepareAsync([.. ClipFinder.Find(Videos).Select(clip => new PrepareItem(clip, extractor))], workers);

    public Task<PrepareSummary> PrepareAsync(IReadOnlyList<PrepareItem> items, int workers = 2) =>
        new Preparer(Data, workers, NullLogger<Preparer>.Instance).PrepareAsync(
            items,
            new Progress<WorkProgress>(),
            TestContext.Current.CancellationToken);

    /// <summary>Every file in the data folder with the hash of its bytes, as one string to compare.</summary>
    public string State() => string.Join('\n', Directory.GetFiles(Data, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(path => $"{Path.GetRelativePath(Data, path)} {ContentHash.Compute(File.ReadAllBytes(path))}"));

    public void Dispose() => folder.Dispose();
}
