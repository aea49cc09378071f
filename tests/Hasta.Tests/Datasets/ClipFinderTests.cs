using Hasta.Datasets;

namespace Hasta.Tests.Datasets;

public sealed class ClipFinderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_a_gloss_is_found_in_ordinal_order_with_any_case_of_ending()
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
        Write("Greetings/48. Hello/MVI_1.MOV", "Greetings/48. Hello/Extra/MVI_2.MOV", "Adjectives/79. short/extra/MVI_3.MOV", "Days/Second (Number)/MVI_4.MOV");

        Assert.Equal(["short", "Second (Number)", "Hello", "Hello"], ClipFinder.Find(folder.Path).Select(clip => clip.Gloss));
    }

    [Fact]
    public void Every_clip_of_INCLUDEs_official_lists_gets_its_gloss()
    {
        string[] names = [.. Directory.GetFiles(SharedData.Path("include-splits"), "include_*.txt").SelectMany(File.ReadLines)
            .Where(name => name.EndsWith(".MOV", StringComparison.Ordinal) && name.Split('/').Length is 3 or 4).Distinct().Where((_, i) => i % 20 == 0)];
        Write(names);

        IReadOnlyList<Clip> clips = ClipFinder.Find(folder.Path);

        Assert.True(clips.Count > 100);
        Assert.Equal(clips.Count, clips.Select(clip => clip.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(clips, clip => Assert.DoesNotMatch(@"^\d|^Extra$|^\s|\s$", clip.Gloss));
    }

    [Theory]
    [InlineData("mixed", "Hello/1.mp4", "Greetings/48. Bye/2.mp4")]
    [InlineData("cannot be told", "Hello/Asha/1.mp4", "Bye/Asha/1.mp4")]
    [InlineData("cannot be told", "1.mp4", "2.mp4")]
    [InlineData("no clips", "Hello/notes.txt")]
    public void A_folder_of_no_clear_layout_is_refused_with_the_three_layouts(string problem, params string[] files)
    {
        Write(files);

        var error = Assert.Throws<NoClipsException>(() => ClipFinder.Find(folder.Path));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains("<gloss>/<clip>", error.Message, StringComparison.Ordinal);
        Assert.Contains("<category>/<n. gloss>", error.Message, StringComparison.Ordinal);
        Assert.Contains("file, gloss", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_not_there_is_refused() =>
        Assert.Throws<NoClipsException>(() => ClipFinder.Find(folder.At("none")));

    [Fact]
    public void Hidden_files_and_data_folders_are_passed_over()
    {
        Write("Hello/1.mp4", "Hello/._1.mp4", ".trash/2.mp4", "data/manifest.jsonl", "data/poses/Hello/1.pose", "half/journal.jsonl", "half/poses/Hello/1.pose");

        Assert.Equal(["Hello/1"], ClipFinder.Find(folder.Path).Select(clip => clip.Id));
    }

    [Fact]
    public void A_link_is_followed_once_and_never_round_in_a_circle()
    {
        using var elsewhere = new TempFolder();
        elsewhere.Write("1.mp4");
        Write("Hello/2.mp4");
        Directory.CreateSymbolicLink(folder.At("Bye"), elsewhere.Path);
        Directory.CreateSymbolicLink(folder.At("Hello", "round"), folder.Path);

        Assert.Equal(["Bye/1", "Hello/2"], ClipFinder.Find(folder.Path).Select(clip => clip.Id));
    }

    [Fact]
    public void A_CSV_inside_a_folder_is_not_read_unasked()
    {
        Write("Hello/1.mp4");
        folder.Write("labels.csv", "file,gloss\nHello/1.mp4,Bye\n");

        Assert.Equal("Hello", Assert.Single(ClipFinder.Find(folder.Path)).Gloss);
    }

    private void Write(params string[] files) => Array.ForEach(files, file => folder.Write(file));
}
