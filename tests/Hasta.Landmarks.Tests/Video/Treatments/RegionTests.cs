using Hasta.Landmarks.Video.Treatments;
using Hasta.Landmarks.Tests.MediaPipe;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video.Treatments;

/// <summary>Two people side by side: both are counted, and a region selects one.</summary>
[Trait("speed", "slow")]
public sealed class RegionTests : IDisposable
{
    private const int Width = 640;
    private const string Lossless = "-frames:v 4 -c:v libx264 -qp 0";

    private readonly ClipFolder clips = new();

    [Fact]
    public async Task A_region_tracks_the_person_in_it_as_if_alone()
    {
        string two = clips.Make("two.mp4", $"{Movie("eat/6.mp4")}[a];{Movie("mom/2.mp4")}[b];[a][b]hstack", Lossless);
        string right = clips.Make("right.mp4", Movie("mom/2.mp4"), Lossless);

        (LandmarkFrame[] all, PeopleAtStart? people) = await ReadAsync(two, null);
        (LandmarkFrame[] inRegion, PeopleAtStart? peopleInRegion) = await ReadAsync(two, new FrameRegion(Width, 0, Width, 360));
        (LandmarkFrame[] half, _) = await ReadAsync(two, new FrameRegion(0.5, 0, 0.5, 1));
        (LandmarkFrame[] alone, _) = await ReadAsync(right, null);

        Assert.Equal(2, people!.Value.Count);
        Assert.Equal(people.Value.Tracked == 1, all[0][LandmarkLayout.Nose].X < Width);
        Assert.Equal(new PeopleAtStart(1, 1), peopleInRegion);
        Assert.All(alone.Zip(inRegion), pair => Assert.InRange(Distance(pair.First.Move(Width, 0), pair.Second), 0, 1));
        Assert.Equal(inRegion.Select(frame => frame[LandmarkLayout.Nose]), half.Select(frame => frame[LandmarkLayout.Nose]));
    }

    [Fact]
    public async Task The_treatment_names_the_region_and_a_truncated_clip_has_none()
    {
        string clip = clips.Counted("a.mp4", 5);
        var extractor = new LandmarkExtractor(Networks.Shared) { Region = new FrameRegion(0, 0, 0.5, 0.5) };

        Assert.Equal("region 0,0,0.5,0.5", await extractor.TreatmentOfAsync(clip, TestContext.Current.CancellationToken));
        Assert.Null(await new LandmarkExtractor(Networks.Shared).TreatmentOfAsync(clip, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<BadFileException>(() => extractor.TreatmentOfAsync(
            clips.Truncated(clips.Counted("a.mkv", 40), "cut.mkv", 0.7),
            TestContext.Current.CancellationToken));
    }

    public void Dispose() => clips.Dispose();

    private static string Movie(string clip) => $"movie='{TestClip.Path(clip)}',scale={Width}:360,setsar=1";

    private static async Task<(LandmarkFrame[] Frames, PeopleAtStart? People)> ReadAsync(string clip, FrameRegion? region)
    {
        LandmarkFrames feed = await new LandmarkExtractor(Networks.Shared) { Region = region }.OpenAsync(
            clip,
            cancellationToken: TestContext.Current.CancellationToken);
        LandmarkSequence sequence = await feed.CollectAsync(TestContext.Current.CancellationToken);
        return ([.. sequence.Frames], feed.People());
    }

    private static double Distance(LandmarkFrame one, LandmarkFrame other) =>
        one.Pose.ToArray().Zip(other.Pose.ToArray(), (a, b) => double.Hypot(a.X - b.X, a.Y - b.Y)).Average();
}
