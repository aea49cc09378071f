using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.TestKit;

namespace Hasta.Datasets.Tests.Preparation;

public sealed class PreparerTests : IDisposable
{
    private readonly PrepareBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Every_clip_becomes_a_pose_file_and_a_manifest_line()
    {
        PrepareSummary summary = await bench.PrepareAsync(new MadeExtractor());

        IReadOnlyList<ManifestEntry> entries = Manifest.Read(bench.Data);
        Assert.Equal((6, 0, 0, 6), (summary.Prepared, summary.Reused, summary.Skipped.Count, summary.InManifest));
        Assert.Equal((75, true), (summary.Frames, summary.IsUsable));
        Assert.Equal(["Bye/1", "Bye/3", "Bye/5", "Hello/0", "Hello/2", "Hello/4"], entries.Select(entry => entry.Clip));
        Assert.All(entries, entry =>
        {
            string pose = Manifest.PosePath(bench.Data, entry.Clip);
            Assert.Equal(entry.PoseSha256, ContentHash.Compute(File.ReadAllBytes(pose)));
            Assert.Equal(entry.Frames, PoseFile.Read(pose).Frames.Count);
            Assert.Equal((25.0, 1.0, "made 1"), (entry.Fps, entry.DetectionRate, entry.Engine.Name));
        });
    }

    [Fact]
    public async Task A_second_prepare_redoes_nothing_and_changes_no_byte()
    {
        await bench.PrepareAsync(new MadeExtractor());
        string before = bench.State();
        var again = new MadeExtractor();

        PrepareSummary summary = await bench.PrepareAsync(again);

        Assert.Empty(again.Extracted);
        Assert.Equal((0, 6), (summary.Prepared, summary.Reused));
        Assert.Equal(before, bench.State());
    }

    [Fact]
    public async Task Touching_a_clip_redoes_nothing_and_changing_it_redoes_only_that_clip()
    {
        await bench.PrepareAsync(new MadeExtractor());
        File.SetLastWriteTimeUtc(Path.Combine(bench.Videos, "Bye", "1.mp4"), DateTime.UnixEpoch);
        bench.WriteClip("Bye/3.mp4", "99");
        var again = new MadeExtractor();

        await bench.PrepareAsync(again);

        Assert.Equal(["Bye/3"], again.Extracted);
        Assert.Equal(99, Manifest.Read(bench.Data).Single(entry => entry.Clip == "Bye/3").Frames);
    }

    [Fact]
    public async Task Another_engine_redoes_all_clips()
    {
        await bench.PrepareAsync(new MadeExtractor());
        var other = new MadeExtractor { Engine = new LandmarkEngineId { Name = "made 2" } };

        await bench.PrepareAsync(other);

        Assert.Equal(6, other.Extracted.Count);
        Assert.All(Manifest.Read(bench.Data), entry => Assert.Equal("made 2", entry.Engine.Name));
    }

    [Fact]
    public async Task A_damaged_or_missing_pose_file_is_recreated()
    {
        await bench.PrepareAsync(new MadeExtractor());
        string before = bench.State();
        File.AppendAllText(Manifest.PosePath(bench.Data, "Bye/1"), "x");
        File.Delete(Manifest.PosePath(bench.Data, "Bye/3"));
        var again = new MadeExtractor();

        await bench.PrepareAsync(again);

        Assert.Equal(["Bye/1", "Bye/3"], again.Extracted.Order(StringComparer.Ordinal));
        Assert.Equal(before, bench.State());
    }

    [Fact]
    public async Task A_clip_that_cannot_be_used_is_skipped_with_a_reason()
    {
        bench.WriteClip("Bye/text.mp4", "text");
        bench.WriteClip("Bye/nobody.mp4", "nobody");
        bench.WriteClip("Bye/still.mp4", "1");
        File.CreateSymbolicLink(Path.Combine(bench.Videos, "Bye", "gone.mp4"), Path.Combine(bench.Videos, "nowhere.mp4"));

        PrepareSummary summary = await bench.PrepareAsync(new MadeExtractor());

        Assert.Equal((6, 6), (summary.Prepared, summary.InManifest));
        string[] reasons = ["cannot be read", "no person", "1 frame", "no video"];
        Assert.All(summary.Skipped.Zip(reasons), pair => Assert.Contains(pair.Second, pair.First.Reason, StringComparison.Ordinal));
        SkippedClip[] written =
        [
            .. File.ReadLines(Path.Combine(bench.Data, "skipped.jsonl"))
                .Select(line => StrictJson.Parse<SkippedClip>("skipped.jsonl", line)),
        ];
        Assert.Equal(summary.Skipped, written);
        Assert.False(File.Exists(Manifest.PosePath(bench.Data, "Bye/text")));
    }

    [Fact]
    public async Task A_clip_that_became_unreadable_is_removed_from_the_data_folder()
    {
        await bench.PrepareAsync(new MadeExtractor());
        bench.WriteClip("Bye/1.mp4", "text");

        PrepareSummary summary = await bench.PrepareAsync(new MadeExtractor());

        Assert.Equal(5, summary.InManifest);
        Assert.False(File.Exists(Manifest.PosePath(bench.Data, "Bye/1")));
    }

    [Fact]
    public async Task The_summary_reports_that_nothing_is_usable()
    {
        Directory.Delete(bench.Videos, recursive: true);
        bench.WriteClip("Bye/text.mp4", "text");

        Assert.False((await bench.PrepareAsync(new MadeExtractor())).IsUsable);
    }

    [Fact]
    public async Task Clips_of_an_earlier_source_are_kept_and_a_moved_clip_gets_its_new_name()
    {
        await bench.PrepareAsync(new MadeExtractor());
        File.Delete(Path.Combine(bench.Videos, "Bye", "1.mp4"));
        Directory.CreateDirectory(Path.Combine(bench.Videos, "Namaste"));
        File.Move(Path.Combine(bench.Videos, "Bye", "3.mp4"), Path.Combine(bench.Videos, "Namaste", "3.mp4"));

        await bench.PrepareAsync(new MadeExtractor());

        Assert.Equal(
            ["Bye/1", "Bye/5", "Hello/0", "Hello/2", "Hello/4", "Namaste/3"],
            Manifest.Read(bench.Data).Select(entry => entry.Clip));
        Assert.False(File.Exists(Manifest.PosePath(bench.Data, "Bye/3")));
    }

    [Fact]
    public async Task CSV_metadata_is_updated_without_extracting_the_clip_again()
    {
        await bench.PrepareAsync(new MadeExtractor());
        var again = new MadeExtractor();

        await bench.PrepareAsync(
        [
            .. ClipFinder.Find(bench.Videos)
                .Select(clip => new PrepareItem(clip with { Signer = "Asha", Split = Split.Test }, again)),
        ]);

        Assert.Empty(again.Extracted);
        Assert.All(Manifest.Read(bench.Data), entry => Assert.Equal(("Asha", Split.Test), (entry.Signer, entry.Split)));
    }

    [Fact]
    public async Task A_clip_with_the_same_name_from_another_source_is_refused()
    {
        await bench.PrepareAsync(new MadeExtractor());
        using var elsewhere = new TempFolder();
        var clip = new Clip(elsewhere.Write("Bye/1.mp4", "50"), "Bye/1", "Bye");

        await Assert.ThrowsAsync<DataFolderException>(() => bench.PrepareAsync([new PrepareItem(clip, new MadeExtractor())]));

        Assert.Equal(11, Manifest.Read(bench.Data).Single(entry => entry.Clip == "Bye/1").Frames);
    }

    [Fact]
    public async Task The_person_chosen_from_a_pose_file_is_reported_and_another_person_is_another_engine()
    {
        using var poses = new TempFolder();
        PoseDocument signer = MadeClip.ToDocument(new Puppet().Sign());
        PoseWriter.Write(poses.At("two.pose"), PoseCut.Join(PoseCut.Freeze(signer, 0), signer));
        PrepareItem[] Items(int? person) => [new(new Clip(poses.At("two.pose"), "two", "Hello"), new PoseFileExtractor(person))];

        PrepareSummary chosen = await bench.PrepareAsync(Items(null));
        PrepareSummary again = await bench.PrepareAsync(Items(null));
        PrepareSummary asked = await bench.PrepareAsync(Items(1));

        Assert.Equal((poses.At("two.pose"), new PersonChoice(2, 2, IsRequested: false)), Assert.Single(chosen.WithSeveralPeople));
        Assert.Equal((0, 1), (again.Prepared, again.Reused));
        Assert.Equal((1, 1), (asked.Prepared, Assert.Single(asked.WithSeveralPeople).Person.Number));
    }

    [Fact]
    public async Task Landmarks_stored_earlier_under_decomposed_names_are_reused()
    {
        bench.WriteClip("Jose\u0301/1.mp4", "12");
        await bench.PrepareAsync(new MadeExtractor());
        string poses = Path.Combine(bench.Data, "poses");
        if (Directory.Exists(Path.Combine(poses, "Jos\u00E9")))
        {
            Directory.Move(Path.Combine(poses, "Jos\u00E9"), Path.Combine(poses, "Jose\u0301"));
        }

        string manifest = Path.Combine(bench.Data, Manifest.FileName);
        string composed = await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            manifest,
            composed.Replace("Jos\u00E9", "Jose\u0301", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var again = new MadeExtractor();

        PrepareSummary summary = await bench.PrepareAsync(again);

        Assert.Empty(again.Extracted);
        Assert.Equal((7, 7), (summary.Reused, summary.InManifest));
        Assert.Contains("Jos\u00E9/1", Manifest.Read(bench.Data).Select(entry => entry.Clip));
    }

    [Fact]
    public async Task Nearly_equal_names_are_reported_once_with_all_spellings_and_clip_counts()
    {
        string[] signers = ["Asha", "asha", "asha\u200D", "Ravi"];
        await bench.PrepareAsync(
        [
            .. ClipFinder.Find(bench.Videos)
                .Select((clip, i) => new PrepareItem(clip with { Signer = signers[i % 4] }, new MadeExtractor())),
        ]);

        string warning = Assert.Single(SimilarNames.Describe(Manifest.Read(bench.Data)));

        Assert.Contains(
            "signers count as different: \"Asha\" (2 clips) and \"asha\" (2 clips) and \"asha<U+200D>\" (1 clip).",
            warning,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pose_file_is_checked_and_rewritten()
    {
        using var poses = new TempFolder();
        File.Copy(SharedData.Path("pose-files", "mediapipe-v0.1.pose"), poses.At("old.pose"));
        var extractor = new PoseFileExtractor();
        PrepareItem[] items =
        [
            new(new Clip(poses.At("old.pose"), "old", "Hello"), extractor),
            new(new Clip(poses.Write("bad.pose", "text"), "bad", "Hello"), extractor),
        ];

        PrepareSummary summary = await bench.PrepareAsync(items);

        Assert.Equal("bad.pose", Path.GetFileName(Assert.Single(summary.Skipped).Clip));
        Assert.Equal("pose-file signer", Assert.Single(Manifest.Read(bench.Data)).Engine.ToString());
        Assert.Equal(0.2f, PoseReader.Read(Manifest.PosePath(bench.Data, "old")).Header.Version);
    }
}
