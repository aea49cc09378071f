using System.Diagnostics;
using Hasta.Landmarks.Formats.Npy;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Formats.Npy;

public sealed class NpyFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Path => folder.At("x.npy");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_row_is_an_entry_of_the_first_axis()
    {
        File.WriteAllBytes(Path, NpyBytes.Encode([1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f], "2, 2, 2"));
        using var file = NpyFile.Open(Path);

        Assert.Equal([2, 2, 2], file.Shape);
        Assert.Equal([5, 6, 7, 8], file.ReadRow(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.ReadRow(2));
    }

    [Fact]
    public void Float64_and_version_2_of_the_format_are_read()
    {
        File.WriteAllBytes(Path, NpyBytes.Encode([1.5, 2.5, 3.5], "3,"));
        using (var doubles = NpyFile.Open(Path))
        {
            Assert.Equal([2.5f], doubles.ReadRow(1));
        }

        File.WriteAllBytes(
            Path,
            [.. NpyBytes.Header("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), }", version: 2), 0, 0, 0x80, 0x3f]);
        using var second = NpyFile.Open(Path);
        Assert.Equal([1f], second.ReadRow(0));
    }

    [Fact]
    public void Real_landmarks_have_the_documented_shape()
    {
        using var file = NpyFile.Open(SharedData.Path("isl-words", "X.npy"));

        Assert.Equal([1760, 30, LandmarkArray.NumbersPerFrame], file.Shape);
        Assert.InRange(file.ReadRow(1759)[0], 0.01f, 0.99f);
    }

    [Theory]
    [InlineData("{'descr': '>f4', 'fortran_order': False, 'shape': (1,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': True, 'shape': (1,), }")]
    [InlineData("{'descr': '<i4', 'fortran_order': False, 'shape': (1,), }")]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (999999999, 999999999, 999999999), }")]
    [InlineData("nonsense")]
    public void A_header_that_does_not_describe_one_float32_is_refused(string header)
    {
        File.WriteAllBytes(Path, [.. NpyBytes.Header(header), 0, 0, 0, 0]);

        Assert.Throws<BadFileException>(() => NpyFile.Open(Path));
    }

    [Fact]
    public void A_hostile_header_is_refused_quickly()
    {
        File.WriteAllBytes(Path, NpyBytes.Header($"{{'descr': '<f4', 'fortran_order': False, 'shape': ({new string('1', 60_000)}!"));
        var watch = Stopwatch.StartNew();

        Assert.Throws<BadFileException>(() => NpyFile.Open(Path));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), "the header's pattern must not backtrack");
    }

    [Fact]
    public void A_missing_or_truncated_file_is_refused()
    {
        Assert.Throws<BadFileException>(() => NpyFile.Open(folder.At("none.npy")));
        byte[] whole = NpyBytes.Encode([1f, 2f], "2,");
        for (int length = 0; length < whole.Length; length += 3)
        {
            File.WriteAllBytes(Path, whole[..length]);
            Assert.Throws<BadFileException>(() => NpyFile.Open(Path));
        }
    }
}
