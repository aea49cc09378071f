using System.Text.Json;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Page.Tests.Browsing;
using Hasta.Page.Tests.Pages;
using Hasta.Recognition;
using Hasta.TestKit;

namespace Hasta.Page.Tests;

/// <summary>The tab Clip gives the answers of <see cref="SignRecognizer"/>.</summary>
public sealed class ClipTests(PageBench bench) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public async Task A_file_of_landmarks_has_the_recognizers_answer(string language)
    {
        string path = folder.At("made.pose");
        PoseFile.Write(path, new Puppet { Frames = 40 }.Sign());

        await ExpectSameAnswerAsync(path, language);
    }

    [Fact]
    public Task A_video_has_the_recognizers_answer() =>
        ExpectSameAnswerAsync(SharedData.Path("asl24-videos", "eat", "6.mp4"), "en");

    [Fact]
    public Task A_file_that_is_no_clip_is_told_and_the_next_one_answered()
    {
        string path = folder.At("made.pose");
        PoseFile.Write(path, new Puppet { Frames = 40 }.Sign());
        var options = new VisitOptions { ExpectedErrors = "^Failed to load resource: .* 400 " };
        return bench.VisitAsync(options, async visit =>
        {
            await new TabBar(visit).OpenAsync("clip");
            var clip = new ClipPage(visit);

            await clip.ChooseAsync("letter.mp4", "Dear reader, this is no video."u8.ToArray());

            await clip.ExpectProblemAsync("not a video");
            await clip.ChooseAsync(path);
            await clip.ExpectAnswerAsync();
        });
    }

    private static string CamelCase(UnsureKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private async Task ExpectSameAnswerAsync(string path, string language)
    {
        SignRecognizer recognizer = (await bench.ServerAsync()).Recognizer;
        SignResult expected = await recognizer.RecognizeFileAsync(path, TestContext.Current.CancellationToken);
        await bench.VisitAsync(new VisitOptions { Language = language }, async visit =>
        {
            await new TabBar(visit).OpenAsync("clip");
            var clip = new ClipPage(visit);

            await clip.ChooseAsync(path);

            await clip.ExpectAnswerAsync(
            [
                GlossInfo.DisplayOf(expected.Gloss),
                .. expected.Candidates.Select(candidate => GlossInfo.DisplayOf(candidate.Gloss)),
                $"{Math.Round(100 * expected.Candidates[0].Confidence)}%",
                .. expected.Reason is { } reason ? [new PageText(language)[CamelCase(reason.Kind)]] : Array.Empty<string>(),
            ]);
        });
    }
}
