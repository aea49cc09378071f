using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Npy;
using Hasta.TestKit;

namespace Hasta.Datasets.Tests.Preparation;

public sealed class ArrayImportTests : IDisposable
{
    private const int Frames = 3;
    private readonly PrepareBench bench = new();
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Real_rows_become_clips_with_signer_and_session()
    {
        var import = new ArrayImport
        {
            Array = SharedData.Path("isl-words", "X.npy"),
            Index = SharedData.Path("isl-words", "index.csv"),
            Where = ["repo=me-abhinav-1001/Sign-Language-Detection,seq<2", "signer=nk_0,seq<=1"],
        };
        using var array = NpyFile.Open(import.Array);
        IReadOnlyList<PrepareItem> items = ArrayClips.Find(import, array);

        PrepareSummary summary = await bench.PrepareAsync(items);

        IReadOnlyList<ManifestEntry> entries = Manifest.Read(bench.Data);
        Assert.InRange(items.Count, 36, 80);
        Assert.Equal((items.Count, 0), (summary.Prepared, summary.Skipped.Count));
        Assert.All(entries, entry => Assert.Equal((30, 12.0), (entry.Frames, entry.Fps)));
        Assert.All(entries, entry => Assert.NotNull(entry.Session));
        Assert.Contains("nk_0", entries.Select(entry => entry.Signer));
        Assert.StartsWith("Again/00000", entries[0].Clip, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_gloss_does_not_leave_the_wrong_one_behind()
    {
        await Import("gloss\nHelo\nBye\n");

        await Import("gloss\nHello\nBye\n");

        Assert.Equal(["Bye/00001", "Hello/00000"], Manifest.Read(bench.Data).Select(entry => entry.Clip));
    }

    [Fact]
    public async Task Rows_are_taken_by_number_if_the_index_has_numbers_and_by_order_otherwise()
    {
        await Import("row,word,block10\n1,Hello,b\n0,Bye,a\n");

        Assert.Equal([("Bye/00000", "a"), ("Hello/00001", "b")], Manifest.Read(bench.Data).Select(entry => (entry.Clip, entry.Session!)));
    }

    [Fact]
    public async Task Another_array_with_the_same_row_names_is_refused()
    {
        await Import("gloss\nHello\nBye\n");

        await Assert.ThrowsAsync<DataFolderException>(() => Import("gloss\nHello\nBye\n", array: "other.npy", seed: 5));
    }

    [Theory]
    [InlineData("word\nHello\nBye\nMore\n", "", "line 4 names row 2")]
    [InlineData("row,word\n-1,Hello\n", "", "line 2 names row -1")]
    [InlineData("row,word\nx,Hello\n", "", "line 2 names row x")]
    [InlineData("row,word\n1,Hello\n1,Bye\n", "", "line 3 names row 1")]
    [InlineData("row\n1\n", "", "no column \"gloss\"")]
    [InlineData("word\nHello\n", "word=Bye", "no row passes")]
    [InlineData("word\nHello\n", "signer=Asha", "no column \"signer\"")]
    [InlineData("word\nHello\n", "word", "cannot be read")]
    [InlineData("word\nHello\n", "word<3", "\"Hello\" is not a number")]
    [InlineData("word\nHello\n", "word<many", "\"many\" is not a number")]
    public async Task The_error_for_a_mismatched_index_or_filter_names_the_place(string index, string where, string problem)
    {
        var error = await Assert.ThrowsAsync<BadFileException>(() => Import(index, where));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n=2", "b")]
    [InlineData("n!=2", "a c")]
    [InlineData("n<2", "a")]
    [InlineData("n<=2", "a b")]
    [InlineData("n>2", "c")]
    [InlineData("n>=2", "b c")]
    [InlineData("n>=2,word!=b", "c")]
    [InlineData("n=1|word=c", "a c")]
    public void A_filter_selects_rows_by_value(string clauses, string expected)
    {
        var table = CsvTable.Read(folder.Write("index.csv", "word,n\na,1\nb,2\nc,10\n"));

        var filter = RowFilter.Parse(table, clauses.Split('|'));

        Assert.Equal(expected, string.Join(' ', table.Rows.Where(filter.Takes).Select(row => row[0])));
    }

    [Theory]
    [InlineData("word;n\na;0,5\nb;3\n", "n<1", "a")]
    [InlineData("word,n\nJose\u0301,1\nb,2\n", "word=Jos\u00E9", "Jose\u0301")]
    [InlineData("word,n\nJos\u00E9,1\nb,2\n", "word!=Jose\u0301", "b")]
    public void A_filter_accepts_decimal_commas_and_both_Unicode_forms(string index, string clause, string expected)
    {
        var table = CsvTable.Read(folder.Write("index.csv", index));

        var filter = RowFilter.Parse(table, [clause]);

        Assert.Equal(expected, string.Join(' ', table.Rows.Where(filter.Takes).Select(row => row[0])));
    }

    [Fact]
    public void A_comma_is_never_read_as_a_thousands_separator()
    {
        var table = CsvTable.Read(folder.Write("index.csv", "word,n\na,\"0,5\"\n"));

        var filter = RowFilter.Parse(table, ["n<1"]);

        Assert.Contains(
            "\"0,5\"",
            Assert.Throws<BadFileException>(() => table.Rows.Where(filter.Takes).ToArray()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_of_another_layout_is_refused()
    {
        File.WriteAllBytes(folder.At("x.npy"), NpyBytes.Encode([1f, 2f], "1, 2"));
        var import = new ArrayImport { Array = folder.At("x.npy"), Index = folder.Write("index.csv", "word\nHello\n") };
        using var array = NpyFile.Open(import.Array);

        Assert.Contains(
            "[clip, frame, 258]",
            Assert.Throws<BadFileException>(() => ArrayClips.Find(import, array)).Message,
            StringComparison.Ordinal);
    }

    /// <summary>Imports from an array of two rows.</summary>
    private async Task Import(string index, string where = "", string array = "x.npy", int seed = 1)
    {
        float[] values = new float[2 * Frames * LandmarkArray.NumbersPerFrame];
        var random = new Random(seed);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = random.NextSingle();
        }

        File.WriteAllBytes(folder.At(array), NpyBytes.Encode(values, $"2, {Frames}, {LandmarkArray.NumbersPerFrame}"));
        var import = new ArrayImport
        {
            Array = folder.At(array),
            Index = folder.Write("index.csv", index),
            Where = where.Length == 0 ? [] : [where],
        };
        using var opened = NpyFile.Open(import.Array);
        await bench.PrepareAsync(ArrayClips.Find(import, opened));
    }
}
