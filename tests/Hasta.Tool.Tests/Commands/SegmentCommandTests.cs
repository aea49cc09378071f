using System.Text.Json;
using System.Xml.Linq;
using Hasta.TestKit;

namespace Hasta.Tool.Tests.Commands;

public sealed class SegmentCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Long => folder.At("long.pose");

    [Fact]
    public async Task The_signs_of_a_long_take_are_written_as_JSON()
    {
        LongTake.Write(Long, "Hello", "Thankyou", "Hello");

        CliRun run = await CliRun.RunAsync("segment", Long, "--out", folder.At("signs.json"));

        Assert.Equal(0, run.ExitCode);
        JsonElement root = JsonDocument.Parse(File.ReadAllText(folder.At("signs.json"))).RootElement;
        JsonElement[] segments = [.. root.GetProperty("segments").EnumerateArray()];
        int unsure = segments.Count(segment => segment.GetProperty("unsure").GetBoolean());
        Assert.Equal(Long, root.GetProperty("source").GetString());
        Assert.Equal(3, segments.Length);
        Assert.Equal($"3 signs{(unsure > 0 ? $", {unsure} of them unsure" : "")}, in 0:17", run.Out.Trim());
        Assert.Contains("Seconds seen: ", run.Error, StringComparison.Ordinal);
        for (int i = 0; i < 3; i++)
        {
            // Each word lasts 2.4 s, with 2 s of rest and 0.8 s for the ways.
            double word = 2.4 + (5.25 * i);
            Assert.InRange(segments[i].GetProperty("start").GetDouble(), word - 0.7, word + 0.7);
            Assert.InRange(segments[i].GetProperty("end").GetDouble(), word + 1.5, word + 3.1);
            Assert.Equal(5, segments[i].GetProperty("candidates").GetArrayLength());
        }
    }

    [Fact]
    public async Task The_signs_of_a_long_take_are_written_for_ELAN()
    {
        LongTake.Write(Long, "Hello", "Thankyou");

        await CliRun.RunSuccessfullyAsync("segment", Long, "--out", folder.At("more", "signs.eaf"));

        var document = XDocument.Load(folder.At("more", "signs.eaf"));
        XElement[] tiers = [.. document.Root!.Elements("TIER")];
        Assert.Equal(["SIGN", "CONFIDENCE"], tiers.Select(tier => tier.Attribute("TIER_ID")!.Value));
        Assert.All(tiers, tier => Assert.Equal(2, tier.Elements("ANNOTATION").Count()));
        Assert.Empty(document.Descendants("MEDIA_DESCRIPTOR"));
        Assert.All(tiers[0].Descendants("ANNOTATION_VALUE"), gloss => Assert.Matches(@"^\??[A-Z]\w+$", gloss.Value));
    }

    [Theory]
    [InlineData("signs.json")]
    [InlineData("signs.eaf")]
    public async Task An_existing_file_is_replaced_on_request_only(string name)
    {
        LongTake.Write(Long, "Hello");
        string path = folder.Write(name, "mine");

        CliRun refused = await CliRun.RunAsync("segment", Long, "--out", path);
        string kept = File.ReadAllText(path);
        await CliRun.RunSuccessfullyAsync("segment", Long, "--out", path, "--force");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(
            $"{path}: this file exists. Choose another name, or replace it with --force.", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", kept);
        Assert.NotEqual("mine", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("signs.txt", "Use a name that ends in .eaf or .json.")]
    [InlineData("long.pose", "Use a name that ends in .eaf or .json.")]
    [InlineData("", "Use a name that ends in .eaf or .json.")]
    public async Task A_file_of_another_kind_is_refused(string name, string remedy)
    {
        CliRun run = await CliRun.RunAsync("segment", Long, "--out", folder.At(name), "--force");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(remedy, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clip_itself_is_not_replaced_even_through_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        LongTake.Write(Long, "Hello");
        byte[] bytes = File.ReadAllBytes(Long);
        File.CreateSymbolicLink(folder.At("link.json"), Long);

        CliRun run = await CliRun.RunAsync("segment", Long, "--out", folder.At("link.json"), "--force");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("this is the clip itself", run.Error, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(Long));
    }

    [Fact]
    public async Task A_clip_that_is_missing_or_corrupt_leaves_no_file()
    {
        folder.Write("broken.pose", "no pose");

        CliRun missing = await CliRun.RunAsync("segment", Long, "--out", folder.At("a.json"));
        CliRun broken = await CliRun.RunAsync("segment", folder.At("broken.pose"), "--out", folder.At("b.eaf"));

        Assert.Equal((2, 2), (missing.ExitCode, broken.ExitCode));
        Assert.Contains("long.pose: ", missing.Error, StringComparison.Ordinal);
        Assert.Contains("broken.pose: ", broken.Error, StringComparison.Ordinal);
        Assert.Equal([folder.At("broken.pose")], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_take_without_signs_has_none()
    {
        LongTake.Write(Long, "Hello");
        Landmarks.LandmarkSequence take = Landmarks.Formats.Pose.PoseFile.Read(Long);
        Landmarks.Formats.Pose.PoseFile.Write(Long, take with { Frames = [.. take.Frames.Take(24)] });

        string text = await CliRun.RunSuccessfullyAsync("segment", Long, "--out", folder.At("none.eaf"));

        Assert.Equal("0 signs, in 0:01", text.Trim());
        Assert.Empty(XDocument.Load(folder.At("none.eaf")).Descendants("ANNOTATION"));
    }

    public void Dispose() => folder.Dispose();
}
