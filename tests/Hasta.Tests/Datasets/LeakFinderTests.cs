using Hasta.Datasets.Splits;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Leakage;

namespace Hasta.Tests.Datasets;

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
    public void Neighbouring_file_numbers_of_one_gloss_make_a_near_take(string train, string test, bool near)
    {
        IReadOnlyList<Leak> leaks = LeakFinder.Find([Clip(train, "train"), Clip(test, "test")]);

        Assert.Equal(near ? [LeakKind.NearTake] : [], leaks.Select(leak => leak.Kind));
    }

    [Fact]
    public void One_part_another_gloss_or_another_signer_makes_none()
    {
        AssignedClip clip = Clip("MVI_0042", "train");

        Assert.Empty(LeakFinder.Find([clip, Clip("MVI_0043", "train")]));
        Assert.Empty(LeakFinder.Find([clip, Clip("MVI_0043", "test") with { Gloss = "Bye" }]));
        Assert.Empty(LeakFinder.Find([clip with { Signer = "Asha" }, Clip("MVI_0043", "test") with { Signer = "Ravi" }]));
        Assert.Single(LeakFinder.Find([clip with { Signer = "Asha" }, Clip("MVI_0043", "test")]));
    }

    [Fact]
    public void One_recording_is_known_by_its_landmarks_by_its_source_and_by_its_cameras_name()
    {
        AssignedClip train = Clip("Hello/MVI_0042", "train");
        AssignedClip test = Clip("other/MVI_0042.mp4", "test") with { Gloss = "hello" };

        Assert.Equal(LeakKind.SameName, Assert.Single(LeakFinder.Find([train, test])).Kind);
        Assert.Equal(LeakKind.SameSource, Assert.Single(LeakFinder.Find([train with { SourceFingerprint = "s" }, test with { SourceFingerprint = "s" }])).Kind);
        AssignedClip asha = train with { Clip = "Asha/MVI_0042", Signer = "Asha" };
        Assert.Equal("Ravi/MVI_0042", Assert.Single(LeakFinder.Find([asha, asha with { Clip = "Ravi/MVI_0042", Signer = "Ravi", PoseSha256 = "other" }, test with { Signer = "Ravi" }])).First.Clip);
        Leak same = Assert.Single(LeakFinder.Find([test with { PoseSha256 = train.PoseSha256 }, train]));
        Assert.Equal((LeakKind.SameLandmarks, "train", "test"), (same.Kind, same.First.Set, same.Second.Set));
    }

    [Theory]
    [InlineData("Hello/MVI_0042", true)]
    [InlineData("Hello/42", false)]
    [InlineData("Hello/word_0042", false)]
    public void Between_two_data_sets_only_a_cameras_name_says_anything(string clip, bool known)
    {
        IReadOnlyList<Leak> leaks = LeakFinder.Find([Clip(clip, "train"), Clip(clip, "evaluated") with { PoseSha256 = "other", DataSet = "other" }, Clip(clip[..^1] + "3", "evaluated") with { DataSet = "other" }]);

        Assert.Equal(known ? [LeakKind.SameName, LeakKind.NearTake] : [], leaks.Select(leak => leak.Kind));
    }

    [Fact]
    public void Many_copies_do_not_make_many_more_pairs()
    {
        AssignedClip[] copies = [.. Enumerable.Range(0, 2000).Select(i => Clip($"a{i}/x", i % 2 == 0 ? "train" : "test") with { PoseSha256 = "same" })];

        IReadOnlyList<Leak> leaks = LeakFinder.Find(copies);

        Assert.InRange(leaks.Count, 1000, 2000);
        Assert.Equal(1000, leaks.Select(leak => leak.Second.Clip).Distinct().Count());
    }

    [Fact]
    public void The_official_parts_of_INCLUDE_share_no_recording_but_most_test_clips_have_a_near_take()
    {
        IReadOnlyList<Leak> leaks = LeakFinder.Find([.. IncludeLists.Read("include", "train"), .. IncludeLists.Read("include", "validation"), .. IncludeLists.Read("include", "test")]);

        // Counted by a script of another language from the same lists.
        Assert.Equal([LeakKind.NearTake], leaks.Select(leak => leak.Kind).Distinct());
        Assert.Equal(1300, leaks.Count);
        Assert.Equal(706, leaks.Select(leak => leak.Second).Where(clip => clip.Set == "test").DistinctBy(clip => clip.Clip).Count());
    }

    [Fact]
    public void The_list_is_a_table_and_goes_when_there_is_nothing_to_list()
    {
        using var folder = new TempFolder();
        string gloss = "say \"no\", twice";
        LeakFile.Write(folder.Path, LeakFinder.Find([Clip("MVI_0042", "train") with { Gloss = gloss }, Clip("MVI_0043", "test") with { Gloss = gloss }]));

        CsvRow row = Assert.Single(CsvTable.Read(folder.At(LeakFile.Name)).Rows);
        Assert.Equal(["nearTake", gloss, "MVI_0042", "train", "MVI_0043", "test"], row.Cells);
        LeakFile.Write(folder.Path, []);
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    private static AssignedClip Clip(string clip, string part) => new() { Clip = clip, Set = part, PoseSha256 = $"{part} {clip}", Gloss = "Hello" };
}
