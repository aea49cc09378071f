using Hasta.Datasets.Clips;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.TestKit;

namespace Hasta.Datasets.Tests.Clips;

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
    public void Columns_are_found_by_name_in_any_case_and_order()
    {
        IReadOnlyList<Clip> clips = Read("Split,SIGNER,note,Gloss,Session,File\nval,Asha,x,\"Hello, you\",s1,a/1.mp4\n,,,Bye,,a/2.mp4\n");

        Assert.Equal(new Clip(folder.At("a", "1.mp4"), "a/1", "Hello, you", "Asha", "s1", Split.Validation), clips[0]);
        Assert.Equal(new Clip(folder.At("a", "2.mp4"), "a/2", "Bye"), clips[1]);
    }

    [Fact]
    public void Word_is_an_alias_for_gloss_and_paths_may_be_absolute_indirect_or_Windows_style()
    {
        IReadOnlyList<Clip> clips = Read($"file,word\n{folder.At("a", "1.mp4")},Hello\n{@"b\..\a\2.mp4"},Bye\n");

        Assert.Equal(["a/1", "a/2"], clips.Select(clip => clip.Id));
    }

    [Fact]
    public void A_file_outside_the_CSV_folder_has_an_id_without_parent_segments()
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
    [InlineData("file,gloss\na/1.mp4,Hello\na/../a/1.mp4,Bye\n", "row 2 already names")]
    [InlineData("file,gloss\na/1.mp4,\n", "row 2 has no gloss")]
    [InlineData("file,gloss,split\na/1.mp4,Hello,holdout\n", "row 2 has the split \"holdout\"")]
    [InlineData("file,gloss\na/1.mp4,Hello,too much\n", "line 2 has 3 cells")]
    [InlineData("file,gloss\na/1.mp4,\"Hello\" and more\n", "line 2")]
    [InlineData("file,gloss\n", "no rows")]
    [InlineData("", "no rows")]
    public void An_error_names_the_row_and_the_problem(string csv, string problem)
    {
        var error = Assert.Throws<BadFileException>(() => Read(csv));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(folder.At("labels.csv"), error.Path);
    }

    [Theory]
    [InlineData("file;gloss;signer\na/1.mp4;Hello, you;Asha\n")]
    [InlineData("\"file\";\"gloss\";\"signer\";\"note, in, three, parts\"\na/1.mp4;Hello, you;Asha;\n")]
    [InlineData("file\tgloss\tsigner\na/1.mp4\tHello, you\tAsha\n")]
    [InlineData("sep=;\r\nfile;gloss;signer\r\na/1.mp4;Hello, you;Asha\r\n")]
    [InlineData("\"sep=\t\"\nfile\tgloss\tsigner\na/1.mp4\tHello, you\tAsha\n")]
    [InlineData(",,\nfile,gloss,signer\n,,\na/1.mp4,\"Hello, you\",Asha\n,\n,,,,\n \n")]
    public void Tables_from_every_spreadsheet_program_are_read_alike(string csv)
    {
        Clip clip = Assert.Single(Read(csv));

        Assert.Equal(("a/1", "Hello, you", "Asha"), (clip.Id, clip.Gloss, clip.Signer));
    }

    [Fact]
    public void Line_numbers_in_errors_include_the_separator_line()
    {
        var error = Assert.Throws<BadFileException>(() => Read("sep=;\nfile;gloss\na/1.mp4;\n"));

        Assert.Contains("row 3 has no gloss", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UTF16_from_a_spreadsheet_is_read(bool bigEndian)
    {
        var encoding = new System.Text.UnicodeEncoding(bigEndian, byteOrderMark: true);
        File.WriteAllText(folder.At("labels.csv"), "file\tgloss\na/1.mp4\tनमस्ते\n", encoding);

        Assert.Equal("नमस्ते", Assert.Single(ClipFinder.Find(folder.At("labels.csv"))).Gloss);
    }

    [Fact]
    public void An_unsupported_encoding_is_an_error_with_the_line_and_the_remedy()
    {
        File.WriteAllBytes(folder.At("labels.csv"), [.. "file,gloss\na/1.mp4,caf"u8, 0xE8, .. "\na/2.mp4,caf"u8, 0xE9, .. "\n"u8]);

        var error = Assert.Throws<BadFileException>(() => ClipFinder.Find(folder.At("labels.csv")));

        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("CSV UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_NUL_in_a_path_is_an_error_with_the_line()
    {
        var error = Assert.Throws<BadFileException>(() => Read("file,gloss\na/1.mp4,Hello\na/\0.mp4,Hello\n"));

        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_composed_and_trimmed()
    {
        IReadOnlyList<Clip> clips = Read(
            "file,gloss,signer,session\na/1.mp4,cafe\u0301,Jose\u0301\u00A0,\u200Bs1\na/2.mp4,caf\u00E9,Jos\u00E9,s1\n");

        Assert.All(clips, clip => Assert.Equal(("caf\u00E9", "Jos\u00E9", "s1"), (clip.Gloss, clip.Signer, clip.Session)));
    }

    [Fact]
    public void A_gloss_of_invisible_characters_counts_as_missing() =>
        Assert.Contains(
            "row 2 has no gloss",
            Assert.Throws<BadFileException>(() => Read("file,gloss\na/1.mp4,\u00A0\u200B\n")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Jose\u0301", "Jos\u00E9")]
    [InlineData("Jos\u00E9", "Jose\u0301")]
    public void A_path_is_found_in_either_Unicode_form(string onDisk, string inTable)
    {
        folder.Write($"{onDisk}/{onDisk}.mp4");

        Clip clip = Assert.Single(Read($"file,gloss\n{inTable}\\{inTable}.mp4,Hello\n"));

        Assert.Equal("Jos\u00E9/Jos\u00E9", clip.Id);
        Assert.True(File.Exists(clip.Path));
    }

    [Fact]
    public void The_real_asl24_list_is_read()
    {
        IReadOnlyList<Clip> clips = ClipFinder.Find(SharedData.Path("asl24-videos", "labels.csv"));

        Assert.Equal(
            (144, 24, 5),
            (clips.Count, clips.Select(clip => clip.Gloss).Distinct().Count(), clips.Select(clip => clip.Signer).Distinct().Count()));
    }

    private IReadOnlyList<Clip> Read(string csv) => ClipFinder.Find(folder.Write("labels.csv", csv));
}
