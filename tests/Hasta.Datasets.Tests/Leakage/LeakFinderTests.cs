using Hasta.Datasets.Clips;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;

namespace Hasta.Datasets.Tests.Leakage;

public sealed class LeakFinderTests
{
    [Theory]
    [InlineData("Hello/MVI_0042", "Hello/MVI_0043", true)]
    [InlineData("Hello/MVI_0043", "Hello/Extra/MVI_0042.MOV", true)]
    [InlineData("a/Hello/MVI_0099", "b/Hello/mvi_0100", true)]
    [InlineData("Hello/MVI_0050_ (1)", "Hello/MVI_0050_ (2)", true)]
    [InlineData("Hello/anita-1", "Hello/anita-2", true)]
    [InlineData("Hello/anita-1", "Hello/ravi-2", false)]
    [InlineData("a/1", "b/2", false)]
    [InlineData("Hello/MVI_0042", "Hello/MVI_0044", false)]
    [InlineData("Hello/MVI_0042", "Hello/IMG_0043", false)]
    [InlineData("Hello/first", "Hello/second", false)]
    public void Neighbouring_file_numbers_of_one_gloss_are_a_near_take(string train, string test, bool isNearTake)
    {
        IReadOnlyList<Leak> leaks = LeakFinder.Find([Clip(train, "train"), Clip(test, "test")]);

        Assert.Equal(isNearTake ? [LeakKind.NearTake] : [], leaks.Select(leak => leak.Kind));
    }

    [Fact]
    public void The_same_split_another_gloss_or_another_signer_is_no_leak()
    {
        AssignedClip clip = Clip("MVI_0042", "train");

        Assert.Empty(LeakFinder.Find([clip, Clip("MVI_0043", "train")]));
        Assert.Empty(LeakFinder.Find([clip, Clip("MVI_0043", "test") with { Gloss = "Bye" }]));
        Assert.Empty(LeakFinder.Find([clip with { Signer = "Asha" }, Clip("MVI_0043", "test") with { Signer = "Ravi" }]));
        Assert.Single(LeakFinder.Find([clip with { Signer = "Asha" }, Clip("MVI_0043", "test")]));
    }

    [Fact]
    public void A_recording_is_recognized_by_its_landmarks_its_source_or_its_camera_file_name()
    {
        AssignedClip train = Clip("Hello/MVI_0042", "train");
        AssignedClip test = Clip("other/MVI_0042.mp4", "test") with { Gloss = "hello" };

        Assert.Equal(LeakKind.SameName, Assert.Single(LeakFinder.Find([train, test])).Kind);
        Assert.Equal(
            LeakKind.SameSource,
            Assert.Single(LeakFinder.Find([train with { SourceFingerprint = "s" }, test with { SourceFingerprint = "s" }])).Kind);
        AssignedClip asha = train with { Clip = "Asha/MVI_0042", Signer = "Asha" };
        Assert.Equal(
            "Ravi/MVI_0042",
            Assert.Single(LeakFinder.Find(
            [
                asha,
                asha with { Clip = "Ravi/MVI_0042", Signer = "Ravi", PoseSha256 = "other" },
                test with { Signer = "Ravi" },
            ])).First.Clip);
        Leak same = Assert.Single(LeakFinder.Find([test with { PoseSha256 = train.PoseSha256 }, train]));
        Assert.Equal((LeakKind.SameLandmarks, "train", "test"), (same.Kind, same.First.Set, same.Second.Set));
    }

    [Theory]
    [InlineData("Hello/MVI_0042", true)]
    [InlineData("Hello/42", false)]
    [InlineData("Hello/word_0042", false)]
    public void Between_two_data_sets_only_camera_file_names_are_compared(string clip, bool isLeak)
    {
        IReadOnlyList<Leak> leaks = LeakFinder.Find(
        [
            Clip(clip, "train"),
            Clip(clip, "evaluated") with { PoseSha256 = "other", DataSet = "other" },
            Clip(clip[..^1] + "3", "evaluated") with { DataSet = "other" },
        ]);

        Assert.Equal(isLeak ? [LeakKind.SameName, LeakKind.NearTake] : [], leaks.Select(leak => leak.Kind));
    }

    [Fact]
    public void Many_copies_do_not_multiply_the_pairs()
    {
        AssignedClip[] copies =
        [
            .. Enumerable.Range(0, 2000).Select(i => Clip($"a{i}/x", i % 2 == 0 ? "train" : "test") with { PoseSha256 = "same" }),
        ];

        IReadOnlyList<Leak> leaks = LeakFinder.Find(copies);

        Assert.InRange(leaks.Count, 1000, 2000);
        Assert.Equal(1000, leaks.Select(leak => leak.Second.Clip).Distinct().Count());
    }

    [Fact]
    public void The_official_splits_of_INCLUDE_share_no_recording_but_most_test_clips_have_a_near_take()
    {
        IReadOnlyList<Leak> leaks = LeakFinder.Find(
        [
            .. IncludeLists.Read("include", "train"),
            .. IncludeLists.Read("include", "validation"),
            .. IncludeLists.Read("include", "test"),
        ]);

        // Counted from the same lists by a script in another language.
        Assert.Equal([LeakKind.NearTake], leaks.Select(leak => leak.Kind).Distinct());
        Assert.Equal(1300, leaks.Count);
        Assert.Equal(706, leaks.Select(leak => leak.Second).Where(clip => clip.Set == "test").DistinctBy(clip => clip.Clip).Count());
    }

    [Fact]
    public void The_list_is_a_table_and_is_deleted_when_empty()
    {
        using var folder = new TempFolder();
        string gloss = "say \"no\", twice";
        LeakFile.Write(
            folder.Path,
            LeakFinder.Find([Clip("MVI_0042", "train") with { Gloss = gloss }, Clip("MVI_0043", "test") with { Gloss = gloss }]));

        CsvRow row = Assert.Single(CsvTable.Read(folder.At(LeakFile.Name)).Rows);
        Assert.Equal(["nearTake", gloss, "MVI_0042", "train", "MVI_0043", "test"], row.Cells);
        LeakFile.Write(folder.Path, []);
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    private static AssignedClip Clip(string clip, string split) =>
        new() { Clip = clip, Set = split, PoseSha256 = $"{split} {clip}", Gloss = "Hello" };
}
