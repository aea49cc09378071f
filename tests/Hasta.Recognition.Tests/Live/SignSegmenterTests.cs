using Hasta.Landmarks;
using Hasta.Recognition.Live;
using Hasta.Recognition.Live.Segmentation;

namespace Hasta.Recognition.Tests.Live;

/// <summary>The rules, on a body whose right wrist is at a given height in shoulder widths below the shoulders.</summary>
public sealed class SignSegmenterTests
{
    private const float Raised = 0.2f;
    private const float Lowered = 1.6f;

    private static readonly SignSegmenterOptions Rules = new() { Kind = SegmenterKind.Rules };

    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(60)]
    public void A_raised_hand_is_a_sign_until_it_is_lowered(double fps)
    {
        SegmenterSignal[] signals = Run(fps, (1, Lowered), (1, Raised), (1, Lowered));

        Assert.Equal(
            [SegmenterSignalKind.Started, SegmenterSignalKind.Ended, SegmenterSignalKind.Rested], signals.Select(signal => signal.Kind));
        Assert.InRange(signals[1].Start.TotalSeconds, 1, 1 + (1 / fps));
        Assert.InRange(signals[1].End.TotalSeconds, 2, 2 + (1 / fps));
    }

    [Fact]
    public void A_segment_begins_with_what_preceded_the_sign()
    {
        SegmenterSignal sign = Run(30, (1, Lowered), (2, Raised), (1, Lowered)).Single(signal => signal.Kind == SegmenterSignalKind.Ended);

        Assert.Equal((sign.Start - Rules.PreRoll).TotalSeconds, sign.Frames[0].Time.TotalSeconds, 0.04);
        Assert.Equal(sign.End, sign.Frames[^1].Time);
    }

    [Fact]
    public void A_hand_between_the_two_heights_neither_starts_nor_ends_a_sign()
    {
        const float between = 1.0f;

        Assert.Empty(Run(30, (1, Lowered), (1, between), (1, Lowered)));
        Assert.Single(
            Run(30, (1, Lowered), (1, Raised), (0.5, between), (0.3, Raised), (1, Lowered)),
            signal => signal.Kind == SegmenterSignalKind.Ended);
    }

    [Fact]
    public void A_hand_that_is_raised_for_a_moment_is_a_misfire()
    {
        SegmenterSignal[] signals = Run(30, (1, Lowered), (0.15, Raised), (1, Lowered));

        Assert.Equal(
            [SegmenterSignalKind.Started, SegmenterSignalKind.Misfired, SegmenterSignalKind.Rested], signals.Select(signal => signal.Kind));
    }

    [Fact]
    public void A_hand_that_dips_for_less_than_the_hold_does_not_end_the_sign() => Assert.Single(
        Run(60, (1, Lowered), (0.5, Raised), (0.08, Lowered), (0.3, Raised), (1, Lowered)),
        signal => signal.Kind == SegmenterSignalKind.Ended);

    [Fact]
    public void A_hand_held_still_ends_the_sign_and_starts_no_other_until_it_moves_on()
    {
        SegmenterSignal[] still = Run(30, (1, Lowered), (4, Raised), (1, Lowered));
        SegmenterSignal[] moved = Run(30, (1, Lowered), (2.5, Raised), (1, Raised - 0.6f), (1, Lowered));

        Assert.Single(still, signal => signal.Kind == SegmenterSignalKind.Ended);
        Assert.InRange(still.First(signal => signal.Kind == SegmenterSignalKind.Ended).End.TotalSeconds, 2, 2.5);
        Assert.Equal(2, moved.Count(signal => signal.Kind == SegmenterSignalKind.Ended));
    }

    [Fact]
    public void A_hand_that_is_lost_while_it_falls_is_lowered()
    {
        IEnumerable<LandmarkFrame> frames = Enumerable.Range(0, 90).Select(i => i switch
        {
            < 30 => Body(i / 30.0, Lowered),
            < 60 => Body(i / 30.0, Raised),
            < 64 => Body(i / 30.0, Raised + (0.2f * (i - 59))),
            _ => Body(i / 30.0, float.NaN),
        });

        SegmenterSignal sign = Run(frames).Single(signal => signal.Kind == SegmenterSignalKind.Ended);

        Assert.InRange(sign.End.TotalSeconds, 2, 2.3);
    }

    [Fact]
    public void A_sign_without_an_end_is_cut_into_pieces_that_lose_no_frame()
    {
        var random = new Random(1);
        IEnumerable<LandmarkFrame> restless =
            Enumerable.Range(0, 20 * 30).Select(i => Body(i / 30.0, Raised + (0.3f * random.NextSingle())));

        SegmenterSignal[] pieces = [.. Run(restless).Where(signal => signal.Kind == SegmenterSignalKind.Ended)];

        Assert.Equal(4, pieces.Length);
        Assert.Equal(pieces.Take(3).Select(piece => piece.End), pieces.Skip(1).Select(piece => piece.Start));
    }

    [Fact]
    public void Two_frames_of_the_same_time_are_one()
    {
        IEnumerable<LandmarkFrame> twice = Enumerable.Range(0, 120).Select(i => Body(i / 2 / 15.0, i is > 30 and < 90 ? Raised : Lowered));

        Assert.Equal(3, Run(twice).Length);
    }

    public static TheoryData<SignSegmenterOptions> WrongOptions => new()
    {
        new SignSegmenterOptions { Hold = TimeSpan.FromSeconds(-1) },
        new SignSegmenterOptions { MaxDuration = TimeSpan.Zero },
        new SignSegmenterOptions { MaxDuration = TimeSpan.FromHours(1) },
        new SignSegmenterOptions { RaisedHeight = 2 },
        new SignSegmenterOptions { EndProbability = 0.9f },
        new SignSegmenterOptions { StillSpeed = float.NaN },
    };

    [Theory]
    [MemberData(nameof(WrongOptions), DisableDiscoveryEnumeration = true)]
    public void Options_out_of_range_are_refused(SignSegmenterOptions options) =>
        Assert.Throws<ArgumentException>(() => new SignSegmenter(options));

    private static SegmenterSignal[] Run(double fps, params (double Seconds, float Height)[] parts)
    {
        var heights = parts.SelectMany(part => Enumerable.Repeat(part.Height, (int)Math.Round(part.Seconds * fps)));
        return Run(heights.Select((height, i) => Body(i / fps, height)));
    }

    private static SegmenterSignal[] Run(IEnumerable<LandmarkFrame> frames)
    {
        var segmenter = new SignSegmenter(Rules);
        return [.. frames.SelectMany(segmenter.Add), .. segmenter.Complete()];
    }

    private static LandmarkFrame Body(double seconds, float height)
    {
        Landmark[] points = LandmarkFrame.Empty(TimeSpan.Zero).All.ToArray();
        points[LandmarkLayout.LeftShoulder] = new Landmark(370, 200, 0, 1);
        points[LandmarkLayout.RightShoulder] = new Landmark(270, 200, 0, 1);
        if (float.IsFinite(height))
        {
            points[LandmarkLayout.RightHandStart] = new Landmark(250, 200 + (100 * height), 0, 1);
        }

        return new LandmarkFrame(TimeSpan.FromSeconds(seconds), points);
    }
}
