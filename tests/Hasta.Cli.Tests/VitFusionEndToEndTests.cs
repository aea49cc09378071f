using System.Text.Json.Nodes;
using Hasta.Datasets;
using Hasta.TestKit;
using Hasta.TestKit.Training;

namespace Hasta.Cli.Tests;

/// <summary>
/// End to end with a model that processes frames: real clips with frames, the reference ViT as backbone, and the errors without them.
/// </summary>
[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class VitFusionEndToEndTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_model_is_trained_on_frames_and_recognizes_a_video()
    {
        string[] files = ["eat/2.mp4", "eat/5.mp4", "eat/6.mp4", "mom/3.mp4", "mom/5.mp4", "mom/6.mp4"];
        string[] signers = ["H", "G", "M", "G", "H", "M"];
        IEnumerable<string> rows = files.Select((file, i) => $"{SharedData.Path("asl24-videos", file)},{file.Split('/')[0]},{signers[i]}");
        string csv = folder.Write("clips.csv", $"file,gloss,signer\n{string.Join('\n', rows)}\n");
        string config = folder.Write(
            "config.json",
            """{"model":{"kind":"vitFusion","frozenBlocks":2,"width":32},"features":"""
                + """{"frames":{"count":4}},"epochs":2,"minSteps":0,"batchSize":2}""");
        string data = folder.At("data"), run = folder.At("run");

        await CliRun.RunSuccessfullyAsync("prepare", csv, "--out", data, "--no-face");
        CliRun bare = await CliRun.RunAsync(
            "train", data, "--out", run, "--config", config, "--backbone", SharedData.Path("vit-reference"));
        Assert.Equal(2, bare.ExitCode);
        Assert.Contains("prepare VIDEOS --out DATA --frames", bare.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(run, "best")));

        await CliRun.RunSuccessfullyAsync("prepare", csv, "--out", data, "--no-face", "--frames");
        Assert.All(
            Manifest.Read(data),
            entry => Assert.InRange(new FileInfo(Manifest.FramesPath(data, entry.Clip)).Length, 50_000, 400_000));
        await CliRun.RunSuccessfullyAsync(
            "train", data, "--out", run, "--config", config, "--backbone", SharedData.Path("vit-reference"), "--test-signer", "M",
            "--validation-signer", "G");
        JsonNode used = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(run, "best", "config.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal((64, 64), ((int)used["model"]!["backbone"]!["imageSize"]!, (int)used["features"]!["frames"]!["size"]!));

        Directory.Delete(data, recursive: true);
        string clip = SharedData.Path("asl24-videos", "eat", "6.mp4");
        JsonNode answer = JsonNode.Parse(await CliRun.RunSuccessfullyAsync("recognize", "--model", run, clip, "--json"))!;
        Assert.Equal(2, answer["candidates"]!.AsArray().Count);

        CliRun pose = await CliRun.RunAsync("recognize", "--model", run, SharedData.Path("pose-files", "mediapipe-v0.1.pose"));
        Assert.Equal(2, pose.ExitCode);
        Assert.Contains("contains landmarks only", pose.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "vitFusion")]
    [InlineData("""{"model":{"kind":"vitFusion"},"features":{"frames":{}}}""", "frozenBlocks")]
    public async Task A_backbone_that_does_not_match_the_settings_is_rejected(string config, string expected)
    {
        CliRun run = await CliRun.RunAsync(
            "train", folder.Path, "--out", folder.At("run"), "--config", folder.Write("config.json", config),
            "--backbone", SharedData.Path("vit-reference"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_frames_option_is_rejected_for_arrays()
    {
        CliRun run = await CliRun.RunAsync(
            "prepare", "--from-npy", "X.npy", "--index", "index.csv", "--out", folder.At("data"), "--frames");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--frames", run.Error, StringComparison.Ordinal);
    }
}
