using Hasta.Landmarks;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests;

[Trait("speed", "slow")]
public sealed class SignRecognizerTests
{
    [Fact]
    public async Task Three_statements_recognise_the_sign_in_a_video()
    {
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(cancellationToken: TestContext.Current.CancellationToken);

        SignResult sign = await recognizer.RecognizeFileAsync(
            SharedData.Path("asl24-videos", "eat", "6.mp4"),
            TestContext.Current.CancellationToken);

        Assert.Equal((57, 5, new PeopleAtStart(1, 1)), (recognizer.Glosses.Count, sign.Candidates.Count, sign.People));
    }

    [Fact]
    public async Task Every_frame_of_a_video_has_landmarks()
    {
        using LandmarkExtractor extractor = LandmarkExtractor.Create();
        int seen = 0, frames = 0;
        string clip = SharedData.Path("asl24-videos", "eat", "6.mp4");
        await foreach (LandmarkFrame frame in extractor.ReadAsync(clip, TestContext.Current.CancellationToken))
        {
            frames++;
            seen += frame[LandmarkLayout.Nose].IsMissing ? 0 : 1;
        }

        Assert.Equal((38, 38), (frames, seen));
    }
}
