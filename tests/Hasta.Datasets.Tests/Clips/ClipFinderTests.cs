using Hasta.Datasets.Clips;
using Hasta.TestKit;

namespace Hasta.Datasets.Tests.Clips;

public sealed class ClipFinderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_per_gloss_is_read_in_ordinal_order_with_extensions_in_any_case()
    {
        Write("Hello/2.MOV", "Hello/1.mp4", "Bye/a.WebM", "Bye/b.pose", "Bye/notes.txt", "readme.md");

        IReadOnlyList<Clip> clips = ClipFinder.Find(folder.Path);

        Assert.Equal(["Bye/a", "Bye/b", "Hello/1", "Hello/2"], clips.Select(clip => clip.Id));
        Assert.Equal(["Bye", "Bye", "Hello", "Hello"], clips.Select(clip => clip.Gloss));
        Assert.All(clips, clip => Assert.True(Path.IsPathFullyQualified(clip.Path) && File.Exists(clip.Path)));
    }

    [Fact]
    public void In_INCLUDEs_layout_the_gloss_is_the_second_folder_without_its_number()
    {
        Write(
            "Greetings/48. Hello/MVI_1.MOV",
            "Greetings/48. Hello/Extra/MVI_2.MOV",
            "Adjectives/79. short/extra/MVI_3.MOV",
            "Days/Second (Number)/MVI_4.MOV");

        Assert.Equal(["short", "Second (Number)", "Hello", "Hello"], ClipFinder.Find(folder.Path).Select(clip => clip.Gloss));
    }

    [Fact]
    public void Every_clip_of_INCLUDEs_official_lists_gets_its_gloss()
    {
        string[] names =
        [
            .. Directory.GetFiles(SharedData.Path("include-splits"), "include_*.txt")
                .SelectMany(File.ReadLines)
                .Where(name => name.EndsWith(".MOV", StringComparison.Ordinal) && name.Split('/').Length is 3 or 4)
                .Distinct()
                .Where((_, i) => i % 20 == 0),
        ];
        Write(names);

        IReadOnlyList<Clip> clips = ClipFinder.Find(folder.Path);

        Assert.True(clips.Count > 100);
        Assert.Equal(clips.Count, clips.Select(clip => clip.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(clips, clip => Assert.DoesNotMatch(@"^\d|^Extra$|^\s|\s$", clip.Gloss));
    }

    [Theory]
    [InlineData("mixed", "Hello/1.mp4", "Greetings/48. Bye/2.mp4")]
    [InlineData("it is unclear", "Hello/Asha/1.mp4", "Bye/Asha/1.mp4")]
    [InlineData("it is unclear", "1.mp4", "2.mp4")]
    [InlineData("no clips", "Hello/notes.txt")]
    public void A_folder_with_an_unclear_layout_is_rejected_with_the_three_layouts(string problem, params string[] files)
    {
        Write(files);

        var error = Assert.Throws<NoClipsException>(() => ClipFinder.Find(folder.Path));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains("<gloss>/<clip>", error.Message, StringComparison.Ordinal);
        Assert.Contains("<category>/<n. gloss>", error.Message, StringComparison.Ordinal);
        Assert.Contains("file, gloss", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_decodable_extension_is_a_clip()
    {
        string[] extensions = [".m4v", ".3gp", ".wmv", ".mts", ".m2ts", ".mpg", ".flv", ".gif", ".TS", ".ogv", ".vob", ".mxf", ".asf"];
        Write([.. extensions.Select((extension, i) => $"Hello/{i}{extension}")]);

        Assert.Equal(extensions.Length, ClipFinder.Find(folder.Path).Count);
    }

    [Theory]
    [InlineData("Greetings/48. Hello/MVI_1.MOV", "Greetings/preview.gif")]
    [InlineData("Hello/1.mp4", "src/code/page.ts")]
    public void An_ambiguous_extension_does_not_change_the_layout(string clip, string other)
    {
        Write(clip, other);

        Assert.Equal("Hello", Assert.Single(ClipFinder.Find(folder.Path)).Gloss);
    }

    [Fact]
    public void Folder_and_clip_names_are_composed_and_two_forms_do_not_share_an_id()
    {
        Write("Jose\u0301/1.mp4", "Jos\u00E9/1.mp4");

        IReadOnlyList<Clip> clips = ClipFinder.Find(folder.Path);

        Assert.All(clips, clip => Assert.Equal("Jos\u00E9", clip.Gloss));
        Assert.Equal(["Jos\u00E9/1.mp4", "Jos\u00E9/1.mp4~2"], clips.Select(clip => clip.Id));
        Assert.All(clips, clip => Assert.True(File.Exists(clip.Path)));
    }

    [Fact]
    public void Ignored_files_are_counted_by_extension()
    {
        Write(
            "Hello/1.mp4", "Hello/a.TXT", "Hello/b.txt", "notes", "x/y/preview.gif", "Hello/.DS_Store", "Hello/Thumbs.db", "desktop.ini",
            "data/manifest.jsonl");

        Assert.Equal(
            "2 .txt, 1 without an extension, 1 .gif",
            IgnoredFiles.Describe(IgnoredFiles.In(folder.Path, ClipFinder.Find(folder.Path))));
    }

    [Fact]
    public void A_missing_path_is_rejected() =>
        Assert.Throws<NoClipsException>(() => ClipFinder.Find(folder.At("none")));

    [Fact]
    public void Hidden_files_and_data_folders_are_ignored()
    {
        Write(
            "Hello/1.mp4", "Hello/._1.mp4", ".trash/2.mp4", "data/manifest.jsonl", "data/poses/Hello/1.pose", "half/journal.jsonl",
            "half/poses/Hello/1.pose");

        Assert.Equal(["Hello/1"], ClipFinder.Find(folder.Path).Select(clip => clip.Id));
    }

    [Fact]
    public void A_link_is_followed_once_and_never_in_a_cycle()
    {
        using var elsewhere = new TempFolder();
        elsewhere.Write("1.mp4");
        Write("Hello/2.mp4");
        Directory.CreateSymbolicLink(folder.At("Bye"), elsewhere.Path);
        Directory.CreateSymbolicLink(folder.At("Hello", "round"), folder.Path);

        Assert.Equal(["Bye/1", "Hello/2"], ClipFinder.Find(folder.Path).Select(clip => clip.Id));
    }

    [Fact]
    public void A_CSV_inside_a_folder_is_not_read()
    {
        Write("Hello/1.mp4");
        folder.Write("labels.csv", "file,gloss\nHello/1.mp4,Bye\n");

        Assert.Equal("Hello", Assert.Single(ClipFinder.Find(folder.Path)).Gloss);
    }

    private void Write(params string[] files) => Array.ForEach(files, file => folder.Write(file));
}
