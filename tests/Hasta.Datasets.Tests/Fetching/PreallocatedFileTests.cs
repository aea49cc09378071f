using Hasta.TestKit;
using Hasta.Datasets.Fetching.Chunks;

namespace Hasta.Datasets.Tests.Fetching;

public sealed class PreallocatedFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void Pieces_written_in_any_order_make_one_file()
    {
        byte[] expected = new byte[10_000];
        new Random(1).NextBytes(expected);

        using (var file = new PreallocatedFile(folder.At("made"), expected.Length))
        {
            file.Write(expected.AsSpan(4096), 4096);
            file.Write(expected.AsSpan(77, 4096 - 77), 77);
            file.Write(expected.AsSpan(0, 77), 0);
            file.Flush();
            byte[] read = new byte[expected.Length + 1];
            Assert.Equal(expected.Length, file.Read(read, 0));
            Assert.Equal(expected, read[..^1]);
        }

        Assert.Equal(expected, File.ReadAllBytes(folder.At("made")));
    }

    [Fact]
    public void A_file_has_one_owner()
    {
        using var file = new PreallocatedFile(folder.At("made"), 1);

        Assert.Throws<IOException>(() => new PreallocatedFile(folder.At("made"), 1));
    }

    [Fact]
    public void Existing_content_is_kept_and_the_length_is_as_requested()
    {
        File.WriteAllBytes(folder.At("made"), [1, 2, 3]);

        using (new PreallocatedFile(folder.At("made"), 5))
        {
        }

        Assert.Equal([1, 2, 3, 0, 0], File.ReadAllBytes(folder.At("made")));
    }

    [Fact]
    public void A_file_too_large_for_the_disk_is_an_error_at_the_start_and_leaves_no_file()
    {
        // Larger than any file may be: requesting twice the free space would briefly fill the disk for the other tests.
        Assert.Throws<IOException>(() => new PreallocatedFile(folder.At("made"), 1L << 60));
        Assert.False(File.Exists(folder.At("made")));
    }

    public void Dispose() => folder.Dispose();
}
