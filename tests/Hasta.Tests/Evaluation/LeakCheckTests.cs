using Hasta.Datasets;
using Hasta.Evaluation;

namespace Hasta.Tests.Evaluation;

public sealed class LeakCheckTests
{
    private static readonly SplitPlan Plan = new()
    {
        Protocol = SplitProtocol.Signer,
        Description = "No signer stands in two parts.",
        Seed = 1,
        Clips = [new("a", "hash-a", Split.Train), new("b", "hash-b", Split.Validation), new("c", "hash-c", Split.Test)],
    };

    [Fact]
    public void Clips_that_shaped_the_model_are_known_again_under_another_name()
    {
        var error = Assert.Throws<TrainingClipsException>(() => LeakCheck.Check([Entry("new", "hash-x"), Entry("renamed", "hash-a"), Entry("b", "hash-b")], Plan));

        Assert.Equal(["renamed", "b"], error.Clips);
        Assert.StartsWith("2 of the 3 clips", error.Message, StringComparison.Ordinal);
        Assert.Contains("--allow-training-clips", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_clips_and_unseen_clips_pass() => LeakCheck.Check([Entry("a", "hash-c"), Entry("b", "hash-y")], Plan);

    private static ManifestEntry Entry(string clip, string hash) => new()
    {
        Clip = clip,
        Gloss = "go",
        Source = clip,
        SourceFingerprint = hash,
        Frames = 30,
        Fps = 25,
        DetectionRate = 1,
        Engine = "test",
        PoseSha256 = hash,
    };
}
