using System.Text.Json;
using System.Text.Json.Nodes;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Video;
using Hasta.Page.Tests.Browsing;
using Hasta.Page.Tests.Pages;
using Hasta.Page.Tests.People;
using Hasta.Page.Tests.Serving;
using Hasta.Recognition;
using Hasta.Recognition.Live;
using Hasta.Web.Live;
using static Microsoft.Playwright.Assertions;

namespace Hasta.Page.Tests;

/// <summary>A real person in front of the camera.</summary>
public sealed class SignerTests(PageBench bench)
{
    private static string First => Signer.Words[0];

    [Fact]
    public async Task The_signers_words_appear_and_equal_those_of_hasta_live_for_the_same_frames()
    {
        CameraView camera = await bench.FilmTaughtSignerAsync();
        SignRecognizer recognizer = (await bench.ServerAsync()).Recognizer;
        await bench.VisitAsync(new VisitOptions { Camera = camera }, async visit =>
        {
            var live = new LivePage(visit);
            await live.ExpectNoWordsAsync();

            await live.StartAsync();

            foreach (string word in Signer.Words)
            {
                await visit.Stream.WaitForWordAsync(word);
                await live.ExpectWordAsync(word);
            }

            await live.ExpectSkeletonAsync();
            await live.StopAsync();
            Assert.Contains(visit.Stream.Of("frame"), frame => frame["landmarks"]!["left"] is not null);
            Assert.Contains(visit.Stream.Of("frame"), frame => frame["landmarks"]!["right"] is not null);
            await ExpectSameEventsAsync(recognizer, visit.Stream);
        });
    }

    [Fact]
    public async Task An_unsure_sign_is_a_question_that_is_answered_or_refused()
    {
        CameraView camera = bench.FilmSigner();
        await using PageServer server = await PageServer.StartAsync(minConfidence: 1);
        await bench.VisitAsync(server, new VisitOptions { Camera = camera }, async visit =>
        {
            var live = new LivePage(visit);
            await live.StartAsync();
            await live.ExpectQuestionAsync();
            await live.ExpectNoWordsAsync();
            await live.StopAsync();
            string guess = (string)visit.Stream.Events.Last(sign => (string?)sign["event"] == "unsure")["candidates"]![0]!["gloss"]!;

            Assert.Empty(await Axe.FindAsync(visit.Page));
            Assert.Equal(Screen.Smallest, await Screen.MeasureSmallestAsync(visit.Page));
            await live.Offer(guess).ClickAsync();

            await live.ExpectWordAsync(guess);
            await live.ExpectQuestionAsync(isAsked: false);
            await live.StartAsync();
            await live.ExpectQuestionAsync();
            await live.StopAsync();
            await live.RefuseButton.ClickAsync();
            await live.ExpectQuestionAsync(isAsked: false);
            await Expect(live.Word(guess)).ToHaveCountAsync(1);
        });
    }

    [Fact]
    public async Task A_word_is_corrected_undone_rewritten_copied_removed_and_cleared() => await bench.VisitAsync(
        new VisitOptions { Camera = await bench.FilmTaughtSignerAsync() },
        async visit =>
        {
            var live = new LivePage(visit);
            await live.StartAsync();
            string other = OtherThan(First, await visit.Stream.WaitForWordAsync(First));
            await live.ExpectWordAsync(First);
            await live.StopAsync();

            await live.CorrectAsync(First, other);

            await live.ExpectWordAsync(other);
            await live.UndoButton.ClickAsync();
            await live.ExpectWordAsync(First);
            await Expect(live.Word(other)).ToHaveCountAsync(0);
            await live.Word(First).First.ClickAsync();
            Assert.Empty(await Axe.FindAsync(visit.Page));
            Assert.Equal(Screen.Smallest, await Screen.MeasureSmallestAsync(visit.Page));
            await new Focus(visit.Page).MoveToAsync(live.OwnText);
            await visit.Page.Keyboard.PressAsync("Escape");
            await Expect(live.Word(First).First).ToBeFocusedAsync();
            await live.WriteAsync(First, "Asha");
            await live.ExpectWordAsync("Asha");
            Assert.Contains("Asha", (await live.CopyAsync()).Split(' '));
            await live.RemoveAsync("Asha");
            await Expect(live.Word("Asha")).ToHaveCountAsync(0);
            await live.UndoButton.ClickAsync();
            await live.Word("Asha").PressAsync("Delete");
            await Expect(live.Word("Asha")).ToHaveCountAsync(0);
            await live.UndoButton.ClickAsync();
            await live.UndoButton.ClickAsync();
            await live.ClearButton.ClickAsync();
            await live.ExpectNoWordsAsync();
            await Expect(live.ClearButton).ToBeDisabledAsync();
            await live.UndoButton.ClickAsync();
            await live.ExpectWordAsync(First);
        });

    /// <returns>What else an answer may have been.</returns>
    private static string OtherThan(string word, JsonNode answer) => answer["candidates"]!.AsArray()
        .Select(candidate => (string)candidate!["gloss"]!)
        .First(gloss => gloss != word);

    /// <summary>Decodes what the page sent as <c>hasta live</c> reads a camera. The last frame may not be answered.</summary>
    private static async Task ExpectSameEventsAsync(SignRecognizer recognizer, StreamLog stream)
    {
        uint last = stream.Of("frame").Max(frame => (uint)frame["number"]!);
        FrameMessage[] sent = [.. stream.Frames.Select(bytes => FrameMessage.Parse(bytes)).Where(frame => frame.Number <= last)];
        double minConfidence = (double)stream.Of("welcome").First()["minConfidence"]!;
        var live = new LiveRecognizer(recognizer, new LiveRecognizerOptions { MinConfidence = minConfidence });
        var expected = new List<string>();
        await foreach (LandmarkFrame frame in recognizer.Track(Decode(sent)))
        {
            expected.AddRange(live.Add(frame).Select(Json));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{sent.Length} frames in {(sent[^1].Time - sent[0].Time).TotalSeconds:F1} s");
        Assert.NotEmpty(expected);
        Assert.Equal(expected, stream.Events.Select(happened => happened.ToJsonString()));
    }

    private static async IAsyncEnumerable<VideoFrame> Decode(IEnumerable<FrameMessage> frames)
    {
        foreach (FrameMessage frame in frames)
        {
            yield return JpegPicture.Decode(frame.Time, frame.Payload);
            await Task.Yield();
        }
    }

    private static string Json(LiveEvent happened) =>
        JsonNode.Parse(JsonSerializer.Serialize(LiveLine.From(happened), StrictJson.Line))!.ToJsonString();
}
