using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Recognition.Live.Hints;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Live.Hints;

/// <summary>The hints of real clips, as they are and made difficult. Every second frame is used.</summary>
public sealed class RealClipHintsTests : IDisposable
{
    private readonly LandmarkExtractor extractor = LandmarkExtractor.Create(new LandmarkOptions { Parts = SignerParts.BodyAndHands });

    [Theory]
    [InlineData("help/2.mp4")]
    [InlineData("water/1.mp4")]
    [InlineData("book/3.mp4")]
    public async Task A_good_recording_has_no_hints(string clip) => Assert.Empty(await HintsOf(clip, frame => frame));

    [Fact]
    public async Task A_dark_room_is_named() =>
        Assert.Contains(LiveHint.TooDark, await HintsOf("help/2.mp4", frame => ChangedPicture.Darken(frame, 0.2)));

    [Fact]
    public async Task Darkness_in_which_nobody_is_seen_is_named_too() => Assert.Equal(
        [LiveHint.NoSigner, LiveHint.TooDark], await HintsOf("help/2.mp4", frame => ChangedPicture.Darken(frame, 0.05)));

    [Fact]
    public async Task A_bright_background_is_named() =>
        Assert.Contains(LiveHint.Backlight, await HintsOf("help/2.mp4", ChangedPicture.Backlit));

    [Fact]
    public async Task Cut_shoulders_are_named() =>
        Assert.Contains(LiveHint.ShouldersCut, await HintsOf("help/2.mp4", frame => ChangedPicture.Crop(frame, 0, 0, 1, 0.55)));

    [Fact]
    public async Task A_face_that_fills_the_frame_is_too_close() =>
        Assert.Contains(LiveHint.TooClose, await HintsOf("help/2.mp4", frame => ChangedPicture.Crop(frame, 0.3, 0.1, 0.4, 0.5)));

    [Fact]
    public async Task A_small_signer_is_too_far() =>
        Assert.Contains(LiveHint.TooFar, await HintsOf("help/2.mp4", frame => ChangedPicture.Shrink(frame, 5)));

    [Fact]
    public async Task A_second_person_is_named() =>
        Assert.Contains(LiveHint.SecondPerson, await HintsOf("help/2.mp4", ChangedPicture.Double));

    public void Dispose() => extractor.Dispose();

    /// <returns>The hints that are shown in at least half of the second half of the clip.</returns>
    private async Task<IReadOnlyList<LiveHint>> HintsOf(string clip, Func<VideoFrame, VideoFrame> change)
    {
        string path = SharedData.Path(["asl24-videos", .. clip.Split('/')]);
        ILandmarkTracker tracker = extractor.CreateTracker();
        var people = new PeopleCounter(tracker);
        var hints = new LiveHints();
        var shown = new List<IReadOnlyList<LiveHint>>();
        int number = 0;
        await foreach (VideoFrame frame in VideoReader.ReadAsync(path, new VideoOptions(), TestContext.Current.CancellationToken))
        {
            if (number++ % 2 == 0)
            {
                VideoFrame picture = change(frame);
                people.Add(picture);
                LandmarkFrame landmarks = tracker.Track(picture);
                hints.Add(landmarks, picture.Width, picture.Height, Lighting.Of(picture, landmarks), people.Count);
                shown.Add(hints.Current);
            }
        }

        IReadOnlyList<LiveHint>[] late = [.. shown.Skip(shown.Count / 2)];
        return [.. Enum.GetValues<LiveHint>().Where(hint => late.Count(current => current.Contains(hint)) * 2 >= late.Length)];
    }
}
