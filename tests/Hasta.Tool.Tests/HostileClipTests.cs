using System.Text.Json.Nodes;
using Hasta.TestKit;

namespace Hasta.Tool.Tests;

/// <summary>Unusable clips are reported with a reason and never become data.</summary>
[Trait("speed", "slow")]
public sealed class HostileClipTests : IDisposable
{
    private readonly ClipFolder clips = new();
    private readonly TempFolder folder = new();

    [Fact]
    public async Task Unusable_clips_are_skipped_with_a_reason_and_the_good_clip_is_kept()
    {
        Place("eat/good.mp4", SharedData.Path("asl24-videos", "eat", "2.mp4"));
        PlaceUnusable();

        CliRun run = await CliRun.RunAsync("prepare", folder.At("videos"), "--out", folder.At("data"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 clip prepared, 0 already prepared, 5 skipped", run.Out, StringComparison.Ordinal);
        string[] skipped =
        [
            .. File.ReadLines(folder.At("data", "skipped.jsonl"))
                .Select(line => (string)JsonNode.Parse(line)!["clip"]!)
                .Select(path => Path.GetFileName(path)),
        ];
        Assert.Equal(["empty.mp4", "nobody.mp4", "single.mp4", "text.mp4", "torn.mp4"], skipped.Order());
        Assert.Contains("no person was found", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 frame", run.Error, StringComparison.Ordinal);
        Assert.Single(File.ReadLines(folder.At("data", "manifest.jsonl")));
    }

    [Fact]
    public async Task A_folder_with_only_unusable_clips_exits_with_code_2()
    {
        PlaceUnusable();

        CliRun run = await CliRun.RunAsync("prepare", folder.At("videos"), "--out", folder.At("data"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no clip could be used", run.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        clips.Dispose();
        folder.Dispose();
    }

    private void PlaceUnusable()
    {
        string real = SharedData.Path("asl24-videos", "eat", "1.mp4");
        Place("eat/torn.mp4", clips.Truncated(real, "torn.mp4", 0.5));
        Place("eat/nobody.mp4", clips.Counted("nobody.mp4", 8));
        Place("eat/single.mp4", clips.Counted("single.mp4", 1));
        folder.Write("videos/eat/text.mp4", "this is no video");
        folder.Write("videos/eat/empty.mp4");
    }

    private void Place(string name, string source)
    {
        string target = folder.At("videos", name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(source, target);
    }
}
