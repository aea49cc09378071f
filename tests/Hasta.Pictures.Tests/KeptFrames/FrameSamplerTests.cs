using System.Numerics;
using Hasta.Landmarks.Video;
using Hasta.Pictures.KeptFrames;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;

namespace Hasta.Pictures.Tests.KeptFrames;

public sealed class FrameSamplerTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(15, 15)]
    [InlineData(90, 16)]
    [InlineData(400, 16)]
    public void Up_to_sixteen_evenly_spaced_frames_are_kept(int frames, int kept)
    {
        FrameSetHeader header = Keep(frames, 64, 48).Header;

        Assert.Equal(kept, header.Frames.Count);
        double step = frames / (double)kept;
        Assert.All(
            header.Frames.Index(),
            frame => Assert.InRange(frame.Item.Frame, (step * (frame.Index + 0.2)) - 1, (step * (frame.Index + 0.8)) + 1));
    }

    [Theory]
    [InlineData(640, 480, 320, 240)]
    [InlineData(480, 640, 240, 320)]
    [InlineData(640, 360, 427, 240)]
    [InlineData(100, 80, 100, 80)]
    public void Frames_keep_their_aspect_ratio_and_are_never_enlarged(int width, int height, int storedWidth, int storedHeight)
    {
        FrameSetHeader header = Keep(3, width, height).Header;

        Assert.Equal((width, height, storedWidth, storedHeight), (header.Width, header.Height, header.StoredWidth, header.StoredHeight));
    }

    [Fact]
    public void The_header_of_frames_downscaled_in_decoding_has_the_size_of_the_clip()
    {
        using var sampler = new FrameSampler();
        sampler.Offer(PaintedClip.Frame(0, 960, 540, new Vector2(100)));

        FrameSetHeader header = FrameSetFile.Parse("made", sampler.ToBytes(1920, 1080)).Header;

        Assert.Equal((1920, 1080, 427, 240), (header.Width, header.Height, header.StoredWidth, header.StoredHeight));
    }

    [Fact]
    public void The_same_frames_give_the_same_bytes()
    {
        Hasta.Landmarks.LandmarkSequence clip = new Puppet { Frames = 40 }.Sign();

        Assert.Equal(PaintedClip.Keep(clip), PaintedClip.Keep(clip));
    }

    [Fact]
    public async Task A_real_clip_takes_about_a_third_of_a_megabyte()
    {
        string path = SharedData.Path("asl24-videos", "eat", "6.mp4");
        VideoInfo info = await VideoInfo.ReadAsync(path, TestContext.Current.CancellationToken);
        using var sampler = new FrameSampler();
        await foreach (VideoFrame frame in VideoReader.ReadAsync(info, new VideoOptions(), TestContext.Current.CancellationToken))
        {
            sampler.Offer(frame);
        }

        Assert.InRange(sampler.ToBytes(info.Width, info.Height).Length, 50_000, 400_000);
    }

    private static FrameSetFile Keep(int frames, int width, int height)
    {
        using var sampler = new FrameSampler();
        for (int i = 0; i < frames; i++)
        {
            sampler.Offer(PaintedClip.Frame(i, width, height, new Vector2(i % width, 20)));
        }

        return FrameSetFile.Parse("made", sampler.ToBytes(width, height));
    }
}
