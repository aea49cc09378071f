using System.Text.Json;
using Hasta.Datasets;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Tool.Tests.Commands;

/// <summary>Real takes of abh_A, and the shipped model, which does not know "How are you".</summary>
public sealed class EnrollCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Library => folder.At("signs");

    [Fact]
    public async Task A_sign_is_taught_recognised_listed_and_removed()
    {
        string[] takes = Write("How are you", 6);

        await CliRun.RunSuccessfullyAsync(["enroll", "HOWDY", .. takes[..5], "--signer", "anita", "--yes", "--library", Library]);
        JsonElement answer = await AnswerAsync("recognize", takes[5]);
        JsonElement listed = JsonDocument.Parse(
            await CliRun.RunSuccessfullyAsync("enroll", "list", "--library", Library, "--json")).RootElement;
        string removed = await CliRun.RunSuccessfullyAsync("enroll", "remove", "HOWDY", "--library", Library);

        Assert.Equal(("HOWDY", "enrolled"), (answer.GetProperty("gloss").GetString(), answer.GetProperty("kind").GetString()));
        Assert.Equal(("HOWDY", 5), (listed.GetProperty("gloss").GetString(), listed.GetProperty("clips").GetInt32()));
        Assert.Contains("HOWDY: 5 recordings removed", removed, StringComparison.Ordinal);
        Assert.Equal("known", (await AnswerAsync("recognize", takes[5])).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task The_text_marks_an_enrolled_sign()
    {
        string[] takes = Write("How are you", 6);
        await CliRun.RunSuccessfullyAsync(["enroll", "HOWDY", .. takes[..5], "--yes", "--library", Library]);

        Assert.Matches(@"HOWDY >?\d+% \(enrolled\)", await CliRun.RunSuccessfullyAsync("recognize", takes[5], "--library", Library));
    }

    [Fact]
    public async Task Nobody_is_enrolled_silently()
    {
        CliRun run = await CliRun.RunAsync("enroll", "HOWDY", Write("How are you", 1)[0], "--library", Library);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--yes", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Library));
    }

    [Fact]
    public async Task Consent_is_asked_for_once()
    {
        string[] takes = Write("How are you", 2);
        await CliRun.RunSuccessfullyAsync("enroll", "HOWDY", takes[0], "--yes", "--library", Library);

        await CliRun.RunSuccessfullyAsync("enroll", "HOWDY", takes[1], "--library", Library);

        string consent = Assert.Single(File.ReadAllLines(folder.At("signs", "consent.jsonl")));
        Assert.Contains("Confirmed with --yes", consent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_is_a_data_folder_for_training()
    {
        await CliRun.RunSuccessfullyAsync(
            ["enroll", "HOWDY", .. Write("How are you", 2), "--signer", "anita", "--yes", "--library", Library]);

        await CliRun.RunSuccessfullyAsync("enroll", "export", folder.At("copy"), "--library", Library);

        foreach (string data in new[] { Library, folder.At("copy") })
        {
            IReadOnlyList<ManifestEntry> entries = Manifest.Read(data);
            Assert.All(entries, entry => Assert.Equal(("HOWDY", "anita", 30), (entry.Gloss, entry.Signer, entry.Frames)));
            Assert.All(entries, entry => Assert.Equal(30, PoseFile.Read(Manifest.PosePath(data, entry.Clip)).Frames.Count));
            Assert.Equal(PoseFile.EngineName, Manifest.EngineOf(data, entries).Name);
        }
    }

    [Fact]
    public async Task What_is_wrong_with_recordings_is_said()
    {
        PoseFile.Write(folder.At("empty.pose"), new Puppet { SeesHand = (_, _) => false }.Sign());
        folder.Write("broken.pose", "no pose");

        CliRun run = await CliRun.RunAsync(
            ["enroll", "GREETING", folder.At("empty.pose"), folder.At("broken.pose"), .. Write("Hello", 2), "--yes", "--library", Library]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("empty.pose: not enrolled: no hand is seen in any of 30 frames", run.Error, StringComparison.Ordinal);
        Assert.Contains("broken.pose: not enrolled", run.Error, StringComparison.Ordinal);
        Assert.Contains("GREETING is similar to Hello", run.Error, StringComparison.Ordinal);
        Assert.Contains("3 more recordings of GREETING would help", run.Error, StringComparison.Ordinal);
        Assert.Contains("GREETING: 2 recordings", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_usable_is_an_error()
    {
        PoseFile.Write(folder.At("empty.pose"), new Puppet { SeesHand = (_, _) => false }.Sign());

        CliRun run = await CliRun.RunAsync("enroll", "HOWDY", folder.At("empty.pose"), "--yes", "--library", Library);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no hand is seen", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("enroll")]
    [InlineData("enroll", "HOWDY")]
    [InlineData("enroll", "HOWDY", "clip.pose", "--folder", "words")]
    [InlineData("lookup", "clip.pose", "--top", "0")]
    public async Task Incomplete_arguments_are_an_error(params string[] arguments) =>
        Assert.Equal(2, (await CliRun.RunAsync([.. arguments, "--library", Library])).ExitCode);

    [Fact]
    public async Task A_folder_of_clips_is_a_dictionary()
    {
        Directory.CreateDirectory(folder.At("words"));
        foreach (string word in new[] { "How are you", "My name is", "Sorry" })
        {
            PoseFile.Write(folder.At("words", $"{word}.pose"), RealTakes.Read(word, "abh_A", 3, 1)[0]);
        }

        folder.Write("words/notes.txt", "no clip");
        string text = await CliRun.RunSuccessfullyAsync("enroll", "--folder", folder.At("words"), "--yes", "--library", Library);
        JsonElement found = await AnswerAsync("lookup", Write("My name is", 2)[1]);

        Assert.Equal(3, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        JsonElement[] signs = [.. found.GetProperty("signs").EnumerateArray()];
        Assert.Equal(5, signs.Length);
        Assert.Equal(("My name is", "enrolled"), (signs[0].GetProperty("gloss").GetString(), signs[0].GetProperty("kind").GetString()));
        Assert.True(signs[0].GetProperty("similarity").GetDouble() >= signs[1].GetProperty("similarity").GetDouble());
    }

    [Fact]
    public async Task Words_of_one_signer_are_marked()
    {
        string clip = Write("How are you", 6)[5];

        string text = await CliRun.RunSuccessfullyAsync("recognize", clip, "--all-words", "--library", Library);

        Assert.Contains("(one signer only: expect less)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prototypes_can_be_added_to_a_model_that_has_none()
    {
        string model = folder.At("model");
        Directory.CreateDirectory(model);
        foreach (string file in Directory.GetFiles(Recognition.ShippedModel.Find()))
        {
            File.Copy(file, Path.Combine(model, Path.GetFileName(file)));
        }

        File.Delete(folder.At("model", "prototypes.safetensors"));
        string clip = Write("How are you", 1)[0];
        CliRun without = await CliRun.RunAsync("enroll", "HOWDY", clip, "--yes", "--library", Library, "--model", model);
        Directory.CreateDirectory(folder.At("videos", "Hello"));
        Directory.CreateDirectory(folder.At("videos", "Sorry"));
        Write("Hello", 3, folder.At("videos", "Hello"));
        Write("Sorry", 3, folder.At("videos", "Sorry"));
        await CliRun.RunSuccessfullyAsync("prepare", folder.At("videos"), "--out", folder.At("data"));

        string text = await CliRun.RunSuccessfullyAsync("prototypes", folder.At("data"), "--model", model);

        Assert.Equal(2, without.ExitCode);
        Assert.Contains("hasta prototypes", without.Error, StringComparison.Ordinal);
        Assert.Contains("2 prototypes of 2 signs", text, StringComparison.Ordinal);
        await CliRun.RunSuccessfullyAsync("enroll", "HOWDY", clip, "--yes", "--library", Library, "--model", model);
    }

    public void Dispose() => folder.Dispose();

    private async Task<JsonElement> AnswerAsync(string command, string clip) => JsonDocument.Parse(
        await CliRun.RunSuccessfullyAsync(command, clip, "--json", "--library", Library)).RootElement;

    private string[] Write(string word, int takes) => Write(word, takes, folder.Path);

    private static string[] Write(string word, int takes, string folder) =>
    [
        .. RealTakes.Read(word, "abh_A", 0, takes).Select((take, i) =>
        {
            string path = Path.Combine(folder, $"{word} {i}.pose");
            PoseFile.Write(path, take);
            return path;
        }),
    ];
}
