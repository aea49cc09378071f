using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;
using Hasta.Landmarks;
using Hasta.TestKit;

namespace Hasta.Datasets.Tests.Preparation;

/// <summary>A data folder contains landmarks of only one engine.</summary>
public sealed class EngineMixTests : IDisposable
{
    private static readonly LandmarkEngineId WithFace = new LandmarkOptions().EngineId;
    private static readonly LandmarkEngineId WithoutFace = new LandmarkOptions { Parts = SignerParts.BodyAndHands }.EngineId;
    private static readonly LandmarkEngineId Small = new LandmarkOptions { MaxHeight = 540 }.EngineId;

    private readonly PrepareBench bench = new();
    private readonly TempFolder elsewhere = new();

    public void Dispose()
    {
        bench.Dispose();
        elsewhere.Dispose();
    }

    [Fact]
    public async Task Clips_from_another_engine_are_refused_and_the_error_names_both_engines()
    {
        await bench.PrepareAsync(new MadeExtractor { Engine = WithFace });
        string before = File.ReadAllText(Path.Combine(bench.Data, Manifest.FileName));
        var other = new MadeExtractor { Engine = Small };

        var error = await Assert.ThrowsAsync<DataFolderException>(() => bench.PrepareAsync([Item("More/7", other)]));

        Assert.Contains(WithFace.ForBodyAndHands().ToString(), error.Message, StringComparison.Ordinal);
        Assert.Contains(Small.ForBodyAndHands().ToString(), error.Message, StringComparison.Ordinal);
        Assert.Empty(other.Extracted);
        Assert.Equal(before, File.ReadAllText(Path.Combine(bench.Data, Manifest.FileName)));
    }

    [Fact]
    public async Task Clips_with_and_without_a_face_can_be_mixed()
    {
        await bench.PrepareAsync(new MadeExtractor { Engine = WithFace });

        await bench.PrepareAsync([Item("More/7", new MadeExtractor { Engine = WithoutFace })]);

        Assert.Equal(7, Manifest.Read(bench.Data).Count);
    }

    [Fact]
    public async Task Two_engines_in_one_invocation_are_refused()
    {
        var error = await Assert.ThrowsAsync<DataFolderException>(
            () => bench.PrepareAsync(
            [
                Item("More/7", new MadeExtractor { Engine = WithFace }),
                Item("More/8", new MadeExtractor { Engine = new LandmarkEngineId { Name = "pose-file" } }),
            ]));

        Assert.Contains("pose-file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_clips_of_a_folder_can_be_redone_by_another_engine_even_with_an_interruption()
    {
        await bench.PrepareAsync(new MadeExtractor { Engine = WithFace });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            bench.PrepareAsync(new MadeExtractor { Engine = Small, CancelAt = "Hello/0" }, workers: 1));

        await bench.PrepareAsync(new MadeExtractor { Engine = Small });

        Assert.All(Manifest.Read(bench.Data), entry => Assert.Equal(Small, entry.Engine));
    }

    private PrepareItem Item(string id, MadeExtractor extractor) =>
        new(new Clip(elsewhere.Write($"{id}.mp4", "20"), id, "More"), extractor);
}
