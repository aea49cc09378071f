using System.Text.Json;
using Hasta.Datasets.Splits;
using Hasta.IncludeSessions;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;

namespace Hasta.Include.Tests;

/// <summary>The pitfalls of INCLUDE, checked on all 4,292 names of the official lists.</summary>
public sealed class IncludeClipsTests
{
    [Fact]
    public void The_published_table_is_derived_from_the_official_lists() =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "src", "Hasta.Include", "include-clips.csv")),
            IncludeClips.ToText(OfficialLists.Derive(SharedData.Path("include-splits"))));

    [Theory]
    [InlineData("include_train.txt", 3127, IncludeProtocol.Official, Split.Train)]
    [InlineData("include_val.txt", 348, IncludeProtocol.Official, Split.Validation)]
    [InlineData("include_test.txt", 817, IncludeProtocol.Official, Split.Test)]
    [InlineData("include50_train.txt", 689, IncludeProtocol.Official50, Split.Train)]
    [InlineData("include50_val.txt", 77, IncludeProtocol.Official50, Split.Validation)]
    [InlineData("include50_test.txt", 192, IncludeProtocol.Official50, Split.Test)]
    public void The_official_splits_are_the_authors_lists_line_by_line(string list, int count, IncludeProtocol protocol, Split split)
    {
        string[] lines = [.. File.ReadAllLines(SharedData.Path("include-splits", list)).Where(line => line.Length > 0)];

        Assert.Equal(count, lines.Length);
        Assert.Equal(
            lines.Order(StringComparer.Ordinal),
            IncludeClips.All.Where(clip => clip.SplitIn(protocol) == split).Select(clip => clip.File));
    }

    [Fact]
    public void The_catalogue_is_the_published_one()
    {
        string[] published = File.ReadAllLines(SharedData.Path("include-splits", "zenodo-4010759-files.csv"));

        Assert.Equal(published.Skip(1), IncludeZip.All.Select(zip => $"{zip.Name},{zip.Bytes}"));
        Assert.Equal((44, 56_751_819_975), (IncludeZip.All.Count, IncludeZip.All.Sum(zip => zip.Bytes)));
        Assert.Equal(
            IncludeClips.All.Select(clip => clip.Name.Category).Distinct().Order(StringComparer.Ordinal),
            IncludeZip.All.Select(zip => zip.Category).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_gloss_key_is_in_the_label_maps()
    {
        Assert.Equal(
            LabelsIn("label_map_include.json"),
            IncludeClips.All.Select(clip => clip.Name.GlossKey).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            LabelsIn("label_map_include50.json"),
            IncludeClips.All.Where(clip => clip.Official50 is not null)
                .Select(clip => clip.Name.GlossKey)
                .Distinct()
                .Order(StringComparer.Ordinal));
        Assert.Equal(263, IncludeClips.All.Select(clip => clip.Gloss).Distinct().Count());
    }

    [Theory]
    [InlineData("Greetings/48. Hello/MVI_0042.MP4", "hello/mvi_0042")]
    [InlineData("greetings/48.hello/mvi_0042.mp4", "hello/mvi_0042")]
    [InlineData("/data/include/Animals/4. Bird/Extra/MVI_3041.MOV", "bird/mvi_3041")]
    [InlineData("Adjectives/79. short/extra/MVI_5192.MOV", "short/mvi_5192")]
    [InlineData("Days_and_Time/Second (Number)/MVI_4647.MOV", "secondnumber/mvi_4647")]
    [InlineData("Society/8. Race (ethnicity)/MVI_4279.MOV", "raceethnicity/mvi_4279")]
    [InlineData("Society/8. Race Ethnicity/MVI_4279.MOV", "raceethnicity/mvi_4279")]
    [InlineData("Clothes/42. T-Shirt/MVI_3704.MOV", "tshirt/mvi_3704")]
    [InlineData("Seasons/Ex. Monsoon/MVI_4671.MOV", "exmonsoon/mvi_4671")]
    [InlineData("Greetings/52. Good afternoon/MVI_0050_ (1).MOV", "goodafternoon/mvi_0050_ (1)")]
    public void A_clip_is_identified_by_the_letters_of_its_gloss_and_its_file_stem(string path, string key) =>
        Assert.Equal(key, IncludeName.Parse(path)!.Key);

    [Fact]
    public void All_but_eight_listed_clips_are_on_the_server_605_of_them_as_MP4()
    {
        Assert.Equal(
            IncludeRecordFiles.Mp4Clips,
            IncludeRecordFiles.ServedNames.Count(name => name.EndsWith(".MP4", StringComparison.Ordinal)));
        HashSet<IncludeClip> found = [.. IncludeRecordFiles.ServedNames.Select(name => IncludeClips.Find(name)!)];

        Assert.Equal((4292, 4284), (IncludeClips.All.Count, found.Count));
        IncludeSplitSummary official = IncludeSplitSummary.From(IncludeProtocol.Official, found);
        Assert.Equal(8, official.Missing.Count);
        Assert.All(official.Missing, file => Assert.Contains("/Second (Number)/", file, StringComparison.Ordinal));
        Assert.Equal(816, official.Clips[Split.Test]);
    }

    [Fact]
    public void Twenty_seven_clips_are_in_Extra_folders_and_keep_their_gloss()
    {
        IncludeClip[] extra = [.. IncludeClips.All.Where(clip => clip.File.Contains("/extra/", StringComparison.OrdinalIgnoreCase))];

        Assert.Equal(27, extra.Length);
        Assert.All(
            extra,
            clip => Assert.Contains(
                IncludeClips.All,
                other => other.Gloss == clip.Gloss && !other.File.Contains("/extra/", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Validation_has_247_glosses_and_the_test_split_of_the_50_lacks_dry()
    {
        HashSet<IncludeClip> all = [.. IncludeClips.All];

        Assert.Equal((263, 247, 263), Glosses(IncludeSplitSummary.From(IncludeProtocol.Official, all)));
        Assert.Equal((50, 50, 49), Glosses(IncludeSplitSummary.From(IncludeProtocol.Official50, all)));
        Assert.DoesNotContain(all, clip => clip.Gloss == "dry" && clip.Official50 == Split.Test);
    }

    [Fact]
    public void Most_official_50_test_clips_are_used_to_train_on_the_whole_and_no_session_disjoint_ones_are()
    {
        Assert.Equal(159, IncludeClips.All.Count(clip => clip.Official50 == Split.Test && clip.Official != Split.Test));
        Assert.DoesNotContain(
            IncludeClips.All,
            clip => clip.SplitIn(IncludeProtocol.SessionDisjoint50) == Split.Test
                && clip.SplitIn(IncludeProtocol.SessionDisjoint) != Split.Test);
        Assert.Equal(958, IncludeClips.All.Count(clip => clip.SplitIn(IncludeProtocol.SessionDisjoint50) is not null));
    }

    private static (int Train, int Validation, int Test) Glosses(IncludeSplitSummary summary) =>
        (summary.Glosses[Split.Train], summary.Glosses[Split.Validation], summary.Glosses[Split.Test]);

    private static IEnumerable<string> LabelsIn(string map) =>
        JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(SharedData.Path("include-splits", map)))!.Keys
            .Order(StringComparer.Ordinal);
}
