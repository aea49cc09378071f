using System.Text.Json;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Tool.Tests.Commands;

public sealed class RecognizeCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task A_folder_is_expanded_to_its_clips_ordered_by_name()
    {
        foreach (string name in new[] { "b.pose", "a.pose", Path.Combine("more", "c.pose") })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.At(name))!);
            PoseFile.Write(folder.At(name), new Puppet().Sign());
        }

        folder.Write("notes.txt", "no clip");

        string[] lines = (await CliRun.RunSuccessfullyAsync("recognize", "--json", folder.Path))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            [folder.At("a.pose"), folder.At("b.pose"), folder.At("more", "c.pose")],
            lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("clip").GetString()));
    }

    [Fact]
    public async Task A_folder_without_clips_is_an_error()
    {
        CliRun run = await CliRun.RunAsync("recognize", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{folder.Path}: there are no clips in this folder.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_used_is_reported_and_can_be_chosen()
    {
        PoseDocument signer = MadeClip.ToDocument(new Puppet().Sign());
        PoseWriter.Write(folder.At("two.pose"), PoseCut.Join(PoseCut.Freeze(signer, 0), signer));

        CliRun automatic = await CliRun.RunAsync("recognize", "--json", folder.At("two.pose"));
        JsonElement chosen = JsonDocument.Parse(
            await CliRun.RunSuccessfullyAsync("recognize", "--json", "--person", "1", folder.At("two.pose"))).RootElement;

        Assert.Contains(
            "person 2 of 2 is used (the most hand movement); --person N selects another.",
            automatic.Error,
            StringComparison.Ordinal);
        Assert.Equal((2, 2), PersonOf(JsonDocument.Parse(automatic.Out).RootElement));
        Assert.Equal((1, 2), PersonOf(chosen));

        static (int, int) PersonOf(JsonElement answer) =>
            (answer.GetProperty("person").GetInt32(), answer.GetProperty("people").GetInt32());
    }

    [Theory]
    [InlineData("0", "clip.pose")]
    [InlineData("3", "clip.pose")]
    [InlineData("1", "clip.mp4")]
    public async Task An_invalid_person_is_an_error(string person, string clip)
    {
        PoseFile.Write(folder.At("clip.pose"), new Puppet().Sign());

        CliRun run = await CliRun.RunAsync("recognize", "--person", person, folder.At(clip));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("person", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clip_without_a_sign_is_unsure_and_has_a_reason()
    {
        PoseFile.Write(folder.At("empty.pose"), new Puppet { SeesHand = (_, _) => false }.Sign());
        PoseFile.Write(folder.At("short.pose"), new Puppet { Frames = 3 }.Sign());
        PoseFile.Write(folder.At("sign.pose"), new Puppet().Sign());

        string text = await CliRun.RunSuccessfullyAsync("recognize", folder.At("empty.pose"), folder.At("short.pose"));
        JsonElement[] lines =
        [
            .. (await CliRun.RunSuccessfullyAsync("recognize", "--json", folder.Path))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];

        Assert.Contains("empty.pose: unsure: no hand is seen in any of 30 frames", text, StringComparison.Ordinal);
        Assert.Contains("short.pose: unsure: a person is seen in 3 of 3 frames", text, StringComparison.Ordinal);
        Assert.DoesNotContain("perhaps", text, StringComparison.Ordinal);
        Assert.All(lines[..2], line => Assert.True(line.GetProperty("unsure").GetBoolean()));
        Assert.Equal("no hand is seen in any of 30 frames", lines[0].GetProperty("reason").GetString());
        Assert.Equal("noHand", lines[0].GetProperty("reasonCode").GetString());
        Assert.Equal(lines[2].GetProperty("unsure").GetBoolean(), lines[2].GetProperty("reason").ValueKind == JsonValueKind.String);
    }

    [Fact]
    public async Task Landmarks_that_had_to_be_estimated_are_named()
    {
        PoseDocument whole = MadeClip.ToDocument(new Puppet().Sign());
        PoseWriter.Write(folder.At("clip.pose"), PoseCut.Keep(whole, (_, point) => !point.EndsWith("ELBOW", StringComparison.Ordinal)));

        CliRun run = await CliRun.RunAsync("recognize", folder.At("clip.pose"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("no frame has LEFT_ELBOW, RIGHT_ELBOW", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
