using Hasta.Datasets.Synthetic;
using Hasta.Datasets.Synthetic.Signers;
using Hasta.Datasets.Synthetic.Signs;
using Hasta.Landmarks;

namespace Hasta.Datasets.Tests.Synthetic;

public sealed class SyntheticCorpusTests
{
    private static readonly SyntheticCorpusConfig Config = new() { Signers = 12, ClipsPerSign = 1, Seed = 7 };
    private static readonly IReadOnlyList<SyntheticClip> Clips = [.. SyntheticCorpus.Generate(Config)];

    [Fact]
    public void The_same_seed_gives_the_same_landmarks_and_another_seed_different_ones()
    {
        SyntheticClip again = SyntheticCorpus.Generate(Config).First();
        SyntheticClip other = SyntheticCorpus.Generate(Config with { Seed = 8 }).First();

        Assert.True(Frame(Clips[0]).SequenceEqual(Frame(again)));
        Assert.False(Frame(Clips[0]).SequenceEqual(Frame(other)));
    }

    [Fact]
    public void Adding_signers_does_not_change_the_first_ones()
    {
        SyntheticClip first = SyntheticCorpus.Generate(Config with { Signers = 2 }).Last();
        SyntheticClip same = Clips.Single(clip => clip.Signer == first.Signer && clip.Gloss == first.Gloss);

        Assert.True(Frame(first).SequenceEqual(Frame(same)));
    }

    [Fact]
    public void Every_signer_performs_every_sign_and_every_gloss_is_marked_as_synthetic()
    {
        Assert.Equal(Config.Signers * SyntheticSigns.All.Count, Clips.Count);
        Assert.Equal(Clips.Count, Clips.Select(clip => (clip.Signer, clip.Gloss, clip.Index)).Distinct().Count());
        Assert.All(Clips, clip => Assert.StartsWith("syn-", clip.Gloss, StringComparison.Ordinal));
        Assert.All(Clips, clip => Assert.StartsWith("synthetic-", clip.Signer, StringComparison.Ordinal));
        Assert.All(SyntheticSigns.All, sign => Assert.EndsWith(".", sign.Description, StringComparison.Ordinal));
    }

    [Fact]
    public void Clips_have_the_duration_of_a_sign()
    {
        Assert.All(Clips, clip => Assert.InRange(clip.Landmarks.Frames.Count / clip.Landmarks.Fps, 1.0, 2.6));
        Assert.All(Clips, clip => Assert.InRange(clip.Landmarks.Fps, 25, 30));
    }

    [Fact]
    public void Head_shoulders_and_nearly_every_detected_hand_are_inside_the_frame()
    {
        Landmark[] shoulders = [.. Frames().SelectMany(frame => frame.Pose[..(LandmarkLayout.RightShoulder + 1)].ToArray())];
        Landmark[] hands =
        [
            .. Frames()
                .SelectMany(frame => frame.All[LandmarkLayout.LeftHandStart..].ToArray())
                .Where(point => !point.IsMissing),
        ];

        Assert.All(shoulders, point => Assert.True(IsInside(point), $"{point}"));
        Assert.InRange(hands.Count(IsInside) / (double)hands.Length, 0.97, 1);
    }

    [Fact]
    public void Some_hands_are_missing_and_a_missing_hand_has_no_points()
    {
        int[] found = [.. Frames().Select(frame => Found(frame.RightHand))];

        Assert.All(found, count => Assert.True(count is 0 or LandmarkLayout.HandCount));
        Assert.InRange(found.Count(count => count == 0) / (double)found.Length, 0.05, 0.6);
        Assert.All(Frames(), frame => Assert.Equal(LandmarkLayout.PoseCount, Found(frame.Pose)));
        Assert.All(Frames().SelectMany(frame => frame.All.ToArray()), point => Assert.Equal(point.IsMissing, point.Confidence == 0));
    }

    [Fact]
    public void Signers_differ_in_position_tempo_and_frame_rate()
    {
        var first = Clips.GroupBy(clip => clip.Signer).Select(group => group.First().Landmarks).ToList();

        float[] noses = [.. first.Select(clip => clip.Frames[0][LandmarkLayout.Nose].X)];
        Assert.True(noses.Max() > 40 + noses.Min());
        Assert.Equal(Config.Signers, noses.Select(x => MathF.Round(x, 1)).Distinct().Count());
        Assert.True(first.Select(clip => clip.Frames.Count).Distinct().Count() > Config.Signers / 2);
        Assert.True(first.Select(clip => clip.Fps).Distinct().Count() > 1);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void An_empty_corpus_is_refused(int signers, int clips) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SyntheticCorpus.Generate(new() { Signers = signers, ClipsPerSign = clips, Seed = 1 }));

    private static IEnumerable<LandmarkFrame> Frames() => Clips.SelectMany(clip => clip.Landmarks.Frames);

    private static ReadOnlySpan<Landmark> Frame(SyntheticClip clip) => clip.Landmarks.Frames[clip.Landmarks.Frames.Count / 2].Pose;

    private static int Found(ReadOnlySpan<Landmark> points)
    {
        int found = 0;
        foreach (Landmark point in points)
        {
            found += point.IsMissing ? 0 : 1;
        }

        return found;
    }

    private static bool IsInside(Landmark point) => point is { X: >= 0 and < SignerCamera.Width, Y: >= 0 and < SignerCamera.Height };
}
