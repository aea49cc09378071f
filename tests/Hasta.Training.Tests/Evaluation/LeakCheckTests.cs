using Hasta.Datasets;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.TestKit.Datasets;
using Hasta.Training.Evaluation;

namespace Hasta.Training.Tests.Evaluation;

public sealed class LeakCheckTests
{
    private static readonly SplitPlan Plan = new()
    {
        Protocol = SplitProtocol.Signer,
        Description = "No signer stands in two parts.",
        Seed = 1,
        Clips =
        [
            new AssignedClip { Clip = "a", PoseSha256 = "hash-a", Set = "train" },
            new AssignedClip { Clip = "b", PoseSha256 = "hash-b", Set = "validation" },
            new AssignedClip { Clip = "c", PoseSha256 = "hash-c", Set = "test" },
        ],
    };

    [Fact]
    public void Clips_used_for_training_are_recognized_under_another_name()
    {
        IReadOnlyList<Leak> leaks = LeakCheck.Across([Entry("new", "hash-x"), Entry("renamed", "hash-a"), Entry("b", "hash-b")], Plan);
        var error = new TrainingClipsException(leaks, all: 3, list: "leaks.csv");

        Assert.Equal(["renamed", "b"], error.Clips);
        Assert.StartsWith("2 of 3 clips", error.Message, StringComparison.Ordinal);
        Assert.Contains("train (as a) and evaluated (as renamed)", error.Message, StringComparison.Ordinal);
        Assert.Contains("leaks.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains("--allow-training-clips", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_clips_and_unseen_clips_pass() => Assert.Empty(LeakCheck.Across([Entry("a", "hash-c"), Entry("b", "hash-y")], Plan));

    [Fact]
    public void A_clip_prepared_with_other_settings_is_recognized_by_its_source()
    {
        SplitPlan plan = Plan with { Clips = [AssignedClip.From(Entry("x", "source"), Split.Train) with { PoseSha256 = "with the face" }] };

        Assert.Equal(LeakKind.SameSource, Assert.Single(LeakCheck.Across([Entry("y", "source")], plan)).Kind);
    }

    [Fact]
    public void In_the_same_data_set_only_other_splits_count_and_near_takes_are_reported()
    {
        ManifestEntry[] entries = [Entry("go/IMG_0007", "hash-a"), Entry("go/IMG_0100", "hash-b"), Entry("go/IMG_0008", "hash-c")];
        Dictionary<string, Split> splits = Plan.ByLandmarks();

        Leak near = Assert.Single(LeakCheck.Within([entries[2]], Split.Test, entries, splits));
        Assert.Equal((LeakKind.NearTake, "train (as go/IMG_0007) and test (as go/IMG_0008)"), (near.Kind, near.ToString()));
        Assert.Empty(LeakCheck.Within([entries[1]], Split.Validation, entries, splits));
        Assert.Equal(
            ["go/IMG_0007", "go/IMG_0100"],
            LeakCheck.Within(entries, null, entries, splits).Where(leak => leak.IsSameClip).Select(leak => leak.Second.Clip));
    }

    [Fact]
    public void Of_192_INCLUDE_50_test_clips_159_are_used_to_train_on_INCLUDE()
    {
        AssignedClip[] training = [.. SplitName.All.SelectMany(set => IncludeLists.Read("include", set))];
        ManifestEntry[] test =
        [
            .. IncludeLists.Read("include50", "test").Select(clip => Entry(clip.Clip, clip.PoseSha256) with { Gloss = clip.Gloss! }),
        ];

        IReadOnlyList<Leak> leaks = LeakCheck.Across(test, Plan with { Clips = training });

        Assert.Equal(192, test.Length);
        Assert.StartsWith("159 of 192 clips", new TrainingClipsException(leaks, test.Length, null).Message, StringComparison.Ordinal);
        Assert.Contains(leaks, leak => leak.Kind == LeakKind.NearTake);
    }

    private static ManifestEntry Entry(string clip, string hash) => new()
    {
        Clip = clip,
        Gloss = "go",
        Source = clip,
        SourceFingerprint = hash,
        Frames = 30,
        Fps = 25,
        DetectionRate = 1,
        Engine = new LandmarkEngineId { Name = "test" },
        PoseSha256 = hash,
    };
}
