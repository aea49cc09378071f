using Hasta.Datasets;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;

namespace Hasta.Include.Tests;

public sealed class IncludeSplitFilesTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void The_lists_contain_every_clip_with_its_session_and_the_method_is_next_to_them()
    {
        IncludeSplitFiles.WriteLists(folder.At("splits"));

        CsvTable table = CsvTable.Read(folder.At("splits", "session-disjoint.csv"));
        Assert.Equal(4292, table.Rows.Count);
        Assert.Equal("3002-3027", table.Rows.First(row => row[0] == "Animals/1. Dog/MVI_3002.MOV")[table.Require("session")]);
        Assert.Equal(958, CsvTable.Read(folder.At("splits", "official-50.csv")).Rows.Count);
        Assert.Contains(
            "no signer-disjoint protocol",
            File.ReadAllText(folder.At("splits", IncludeSplitFiles.MethodFileName)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_for_a_folder_name_its_own_files_so_that_prepare_accepts_them()
    {
        string[] names =
        [
            "Animals/1. Dog/MVI_2978.mp4",
            "Animals/4. Bird/Extra/MVI_3041.MP4",
            "Greetings/53. Good evening/MVI_005_4 (2).MOV",
            "Animals/1. Dog/MVI_7777.MOV",
        ];
        foreach (string name in names)
        {
            folder.Write("videos/" + name);
        }

        IReadOnlyList<IncludeSplitSummary> summaries = IncludeSplitFiles.WriteForVideos(folder.At("splits"), folder.At("videos"));

        IReadOnlyList<Clip> clips = ClipFinder.Find(folder.At("splits", "official.csv"));
        Assert.Equal(
            [("Bird", Split.Train), ("Dog", Split.Test), ("Good evening", Split.Test)],
            clips.Select(clip => (clip.Gloss, clip.Split!.Value)).OrderBy(clip => clip.Gloss, StringComparer.Ordinal));
        Assert.All(clips, clip => Assert.NotNull(clip.Session));
        Assert.Equal(4292 - 3, summaries[0].Missing.Count);
    }

    [Fact]
    public void A_folder_named_like_a_formula_is_still_a_path()
    {
        folder.Write("=cmd/1. Dog/MVI_2978.mp4");

        IncludeSplitFiles.WriteForVideos(folder.Path, folder.Path);

        Assert.Equal("./=cmd/1. Dog/MVI_2978.mp4", Assert.Single(CsvTable.Read(folder.At("official.csv")).Rows)[0]);
        Assert.Single(ClipFinder.Find(folder.At("official.csv")));
    }

    [Fact]
    public void A_data_folder_becomes_one_folder_per_protocol_with_the_same_landmarks()
    {
        IncludeClip[] some = [.. IncludeClips.All.Where((_, i) => i % 100 == 0)];
        string data = folder.At("data");
        ManifestEntry[] entries =
        [
            .. some.Select((clip, i) => MadeManifest.Entry(i, "as the folder says") with { Clip = Path.ChangeExtension(clip.File, null) }),
        ];
        foreach (ManifestEntry entry in entries)
        {
            folder.Write($"data/poses/{entry.Clip}.pose", entry.Clip);
        }

        Manifest.Write(data, entries);

        IncludeSplitFiles.WriteDataFolders(folder.At("out"), data);
        IncludeSplitFiles.WriteDataFolders(folder.At("out"), data);

        foreach (IncludeProtocol protocol in Enum.GetValues<IncludeProtocol>())
        {
            string written = folder.At("out", IncludeSplitFiles.NameOf(protocol));
            IReadOnlyList<ManifestEntry> selected = Manifest.Read(written);
            Assert.Equal(some.Count(clip => clip.SplitIn(protocol) is not null), selected.Count);
            Assert.All(selected, entry =>
            {
                IncludeClip clip = IncludeClips.Find(entry.Clip)!;
                Assert.Equal((clip.Gloss, clip.Session, clip.SplitIn(protocol)), (entry.Gloss, entry.Session, entry.Split));
                Assert.Equal(entry.Clip, File.ReadAllText(Manifest.PosePath(written, entry.Clip)));
            });
        }

        Assert.Equal(entries.Length, Manifest.Read(data).Count);
    }

    [Fact]
    public void The_session_disjoint_folder_passes_the_session_protocols_own_check()
    {
        ManifestEntry[] entries =
        [
            .. IncludeClips.All.Select((clip, i) =>
                MadeManifest.Entry(i, clip.Gloss, session: clip.Session) with { Split = clip.SessionDisjoint }),
        ];
        SplitPlan plan = Splitter.Split(entries, new SplitRequest { Protocol = SplitProtocol.Official });

        Leaks.Check(plan with { Protocol = SplitProtocol.Session }, entries);

        SplitPlan official = Splitter.Split(
            [.. entries.Zip(IncludeClips.All, (entry, clip) => entry with { Split = clip.Official })],
            new SplitRequest { Protocol = SplitProtocol.Official });
        Assert.Throws<SplitException>(() => Leaks.Check(official with { Protocol = SplitProtocol.Session }, entries));
    }

    public void Dispose() => folder.Dispose();
}
