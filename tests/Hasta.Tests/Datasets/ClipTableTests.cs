using Hasta.Datasets;

namespace Hasta.Tests.Datasets;

public sealed class ClipTableTests : IDisposable
{
    private readonly TempFolder folder = new();

    public ClipTableTests()
    {
        folder.Write("a/1.mp4");
        folder.Write("a/2.mp4");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Columns_are_found_by_name_whatever_their_case_and_order()
    {
        IReadOnlyList<Clip> clips = Read("Split,SIGNER,note,Gloss,Session,File\nval,Asha,x,\"Hello, you\",s1,a/1.mp4\n,,,Bye,,a/2.mp4\n");

        Assert.Equal(new Clip(folder.At("a", "1.mp4"), "a/1", "Hello, you", "Asha", "s1", Split.Validation), clips[0]);
        Assert.Equal(new Clip(folder.At("a", "2.mp4"), "a/2", "Bye"), clips[1]);
    }

    [Fact]
    public void Word_is_another_name_for_gloss_and_paths_may_be_absolute_roundabout_or_from_Windows()
    {
        IReadOnlyList<Clip> clips = Read($"file,word\n{folder.At("a", "1.mp4")},Hello\n{@"b\..\a\2.mp4"},Bye\n");

        Assert.Equal(["a/1", "a/2"], clips.Select(clip => clip.Id));
    }

    [Fact]
    public void A_file_outside_the_CSVs_folder_has_an_id_inside()
    {
        using var elsewhere = new TempFolder();
        string path = elsewhere.Write("b/3.mp4");

        Clip clip = Assert.Single(Read($"file,gloss\n{path},Hello\n"));

        Assert.EndsWith("b/3", clip.Id, StringComparison.Ordinal);
        Assert.DoesNotContain("..", clip.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("path,sign\na/1.mp4,Hello\n", "no column \"gloss\"")]
    [InlineData("video,gloss\na/1.mp4,Hello\n", "no column \"file\"")]
    [InlineData("file,gloss\na/1.mp4,Hello\na/3.mp4,Hello\n", "row 3 names \"a/3.mp4\"")]
    [InlineData("file,gloss\na/1.mp4,Hello\na/../a/1.mp4,Bye\n", "row 2 has named")]
    [InlineData("file,gloss\na/1.mp4,\n", "row 2 has no gloss")]
    [InlineData("file,gloss,split\na/1.mp4,Hello,holdout\n", "row 2 has the split \"holdout\"")]
    [InlineData("file,gloss\na/1.mp4,Hello,too much\n", "line 2 has 3 cells")]
    [InlineData("file,gloss\na/1.mp4,\"Hello\" and more\n", "line 2")]
    [InlineData("file,gloss\n", "no rows")]
    [InlineData("", "no rows")]
    public void An_error_names_the_row_and_what_is_wrong(string csv, string problem)
    {
        var error = Assert.Throws<BadFileException>(() => Read(csv));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(folder.At("labels.csv"), error.Path);
    }

    [Fact]
    public void The_real_list_of_asl24_is_read()
    {
        IReadOnlyList<Clip> clips = ClipFinder.Find(SharedData.Path("asl24-videos", "labels.csv"));

        Assert.Equal((144, 24, 5), (clips.Count, clips.Select(clip => clip.Gloss).Distinct().Count(), clips.Select(clip => clip.Signer).Distinct().Count()));
    }

    private IReadOnlyList<Clip> Read(string csv) => ClipFinder.Find(folder.Write("labels.csv", csv));
}
