using Hasta.Datasets;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Splits;
using Hasta.Include.Fetching;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;

namespace Hasta.Include.Tests;

/// <summary>The 20 INCLUDE labels that an audit reports as wrong.</summary>
public sealed class GlossCorrectionsTests : IDisposable
{
    private const string Session = "4744-5082";
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData(IncludeProtocol.SessionDisjoint, 913, 19)]
    [InlineData(IncludeProtocol.Official, 817, 5)]
    public void The_number_of_affected_test_clips_is_as_reported(IncludeProtocol protocol, int clips, int fixedClips)
    {
        IncludeClip[] test = [.. IncludeClips.All.Where(clip => clip.SplitIn(protocol) == Split.Test)];

        Assert.Equal((clips, fixedClips), (test.Length, test.Count(clip => GlossCorrections.Find(clip.File) is not null)));
    }

    [Fact]
    public void Each_fix_names_a_listed_clip_its_gloss_and_another_gloss_of_INCLUDE()
    {
        Assert.Equal(20, GlossCorrections.All.Count);
        HashSet<string> glosses = [.. IncludeClips.All.Select(clip => clip.Gloss)];
        Assert.All(GlossCorrections.All, fix =>
        {
            Assert.Equal(fix.Original, Assert.Single(IncludeClips.All, clip => clip.File == fix.File).Gloss);
            Assert.Contains(fix.Corrected, glosses);
            Assert.NotEqual(fix.Original, fix.Corrected);
        });
    }

    /// <summary>The audit's finding for category Home: the folder boundaries are off by one take.</summary>
    [Fact]
    public void In_category_Home_each_fix_is_the_last_take_of_its_folder_in_one_session_and_gets_the_next_folders_gloss()
    {
        string[] folders =
        [
            .. IncludeClips.All.Where(clip => clip.Name.Category == "Home")
                .Select(clip => clip.Name.Folder)
                .Distinct()
                .OrderBy(name => int.Parse(name.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)),
        ];
        GlossCorrection[] home = [.. GlossCorrections.All.Where(fix => fix.File.StartsWith("Home/", StringComparison.Ordinal))];

        Assert.Equal(19, home.Length);
        Assert.All(home, fix =>
        {
            IncludeClip[] takes =
            [
                .. IncludeClips.All.Where(clip => clip.Session == Session && clip.Name.Folder == IncludeName.Parse(fix.File)!.Folder),
            ];
            Assert.Equal(takes[^1].File, fix.File);
            Assert.Equal(
                IncludeName.Parse(folders[Array.IndexOf(folders, takes[0].Name.Folder) + 1].Insert(0, "Home/") + "/x.MOV")!.Gloss,
                fix.Corrected);
        });
    }

    [Fact]
    public void Lists_and_data_folders_have_the_requested_labels()
    {
        IncludeClip kitchen = IncludeClips.All.Single(clip => clip.File.EndsWith("Kitchen/MVI_4899.MOV", StringComparison.Ordinal));
        ManifestEntry entry = MadeManifest.Entry(1, "Kitchen") with { Clip = Path.ChangeExtension(kitchen.File, null) };
        folder.Write($"data/poses/{entry.Clip}.pose");
        Manifest.Write(folder.At("data"), [entry]);

        (IncludeLabels, string)[] cases = [(IncludeLabels.Original, "Kitchen"), (IncludeLabels.Corrected, "Bathroom")];
        foreach ((IncludeLabels labels, string gloss) in cases)
        {
            IncludeSplitFiles.WriteLists(folder.At("lists"), labels);
            IncludeSplitFiles.WriteDataFolders(folder.At("parts"), folder.At("data"), labels);

            CsvTable list = CsvTable.Read(folder.At("lists", "official.csv"));
            Assert.Equal(gloss, list.Rows.Single(row => row[0] == kitchen.File)[list.Require("gloss")]);
            Assert.Equal(4292, list.Rows.Count);
            Assert.Equal(gloss, Assert.Single(Manifest.Read(folder.At("parts", "session-disjoint"))).Gloss);
        }
    }

    [Fact]
    public void Both_label_sets_have_the_same_50_glosses()
    {
        HashSet<string> Glosses(IncludeLabels labels)
        {
            IncludeSplitFiles.WriteLists(folder.At("lists"), labels);
            CsvTable list = CsvTable.Read(folder.At("lists", "official-50.csv"));
            return [.. list.Rows.Select(row => row[list.Require("gloss")])];
        }

        Assert.Equal(Glosses(IncludeLabels.Original), Glosses(IncludeLabels.Corrected));
    }

    [Fact]
    public void With_corrected_labels_a_gloss_selects_clips_by_the_corrected_label()
    {
        var selection = IncludeSelection.Create(include50: false, [], ["Bathroom"], IncludeLabels.Corrected);

        Assert.True(selection.Takes("Home/31. Kitchen/MVI_4899.MOV"));
        Assert.False(selection.Takes("Home/32. Bathroom/MVI_4902.MOV"));
        Assert.True(selection.Takes("Home/32. Bathroom/MVI_4900.MOV"));
        Assert.True(IncludeSelection.Create(include50: false, [], ["Bathroom"]).Takes("Home/32. Bathroom/MVI_4902.MOV"));
    }

    public void Dispose() => folder.Dispose();
}
