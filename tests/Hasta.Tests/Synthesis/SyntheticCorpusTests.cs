using Hasta.Datasets.Synthetic;
using Hasta.Landmarks;

namespace Hasta.Tests.Synthesis;

public sealed class SyntheticCorpusTests
{
    private static readonly SyntheticCorpusConfig Config = new() { Signers = 12, ClipsPerSign = 1, Seed = 7 };
    private static readonly IReadOnlyList<SyntheticClip> Clips = [.. SyntheticCorpus.Generate(Config)];

    [Fact]
    public void The_same_seed_gives_the_same_landmarks_and_another_seed_others()
    {
        SyntheticClip again = SyntheticCorpus.Generate(Config).First();
        SyntheticClip other = SyntheticCorpus.Generate(Config with { Seed = 8 }).First();

        Assert.True(Frame(Clips[0]).SequenceEqual(Frame(again)));
        Assert.False(Frame(Clips[0]).SequenceEqual(Frame(other)));
    }

    [Fact]
    public void More_signers_leave_the_first_ones_as_they_were()
    {
        SyntheticClip first = SyntheticCorpus.Generate(Config with { Signers = 2 }).Last();
        SyntheticClip same = Clips.Single(clip => clip.Signer == first.Signer && clip.Gloss == first.Gloss);

        Assert.True(Frame(first).SequenceEqual(Frame(same)));
    }

    [Fact]
    public void Every_signer_makes_every_sign_and_every_gloss_says_that_it_is_synthetic()
    {
        Assert.Equal(Config.Signers * SyntheticSigns.All.Count, Clips.Count);
        Assert.Equal(Clips.Count, Clips.Select(clip => (clip.Signer, clip.Gloss, clip.Index)).Distinct().Count());
        Assert.All(Clips, clip => Assert.StartsWith("syn-", clip.Gloss, StringComparison.Ordinal));
        Assert.All(Clips, clip => Assert.StartsWith("synthetic-", clip.Signer, StringComparison.Ordinal));
        Assert.All(SyntheticSigns.All, sign => Assert.EndsWith(".", sign.Description, StringComparison.Ordinal));
    }

    [Fact]
    public void Clips_last_as_long_as_a_sign_does()
    {
        Assert.All(Clips, clip => Assert.InRange(clip.Landmarks.Frames.Count / clip.Landmarks.Fps, 1.0, 2.6));
        Assert.All(Clips, clip => Assert.InRange(clip.Landmarks.Fps, 25, 30));
    }

    [Fact]
    public void Head_and_shoulders_are_in_the_picture_and_so_is_nearly_every_hand_that_was_found()
    {
        Landmark[] shoulders = [.. Frames().SelectMany(frame => frame.Pose[..(LandmarkLayout.RightShoulder + 1)].ToArray())];
        Landmark[] hands = [.. Frames().SelectMany(frame => frame.All[LandmarkLayout.LeftHandStart..].ToArray()).Where(point => !point.IsMissing)];

        Assert.All(shoulders, point => Assert.True(IsInside(point), $"{point}"));
        Assert.InRange(hands.Count(IsInside) / (double)hands.Length, 0.97, 1);
    }

    [Fact]
    public void Some_hands_are_lost_while_others_are_found_and_a_lost_hand_has_no_point_at_all()
    {
        int[] found = [.. Frames().Select(frame => Found(frame.RightHand))];

        Assert.All(found, count => Assert.True(count is 0 or LandmarkLayout.HandCount));
        Assert.InRange(found.Count(count => count == 0) / (double)found.Length, 0.05, 0.6);
        Assert.All(Frames(), frame => Assert.Equal(LandmarkLayout.PoseCount, Found(frame.Pose)));
        Assert.All(Frames().SelectMany(frame => frame.All.ToArray()), point => Assert.Equal(point.IsMissing, point.Confidence == 0));
    }

    [Fact]
    public void Signers_differ_in_place_tempo_and_frame_rate()
    {
        var first = Clips.GroupBy(clip => clip.Signer).Select(group => group.First().Landmarks).ToList();

        Assert.True(first.Select(clip => clip.Frames[0][LandmarkLayout.Nose].X).Max() > 40 + first.Select(clip => clip.Frames[0][LandmarkLayout.Nose].X).Min());
        Assert.Equal(Config.Signers, first.Select(clip => MathF.Round(clip.Frames[0][LandmarkLayout.Nose].X, 1)).Distinct().Count());
        Assert.True(first.Select(clip => clip.Frames.Count).Distinct().Count() > Config.Signers / 2);
        Assert.True(first.Select(clip => clip.Fps).Distinct().Count() > 1);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void An_empty_corpus_is_refused(int signers, int clips) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticCorpus.Generate(new() { Signers = signers, ClipsPerSign = clips, Seed = 1 }));

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
