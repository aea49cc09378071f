using Hasta.Include.Download;
using Hasta.TestKit;

namespace Hasta.Include.Tests.Download;

public sealed class DirectFileTests : IDisposable
{
    private const int ThreePages = 3 * DirectFile.PageBytes;

    private readonly TempFolder folder = new();

    [Fact]
    public void Whole_pages_and_unaligned_pieces_make_one_file()
    {
        Memory<byte> buffer = new PageBuffers(ThreePages).Rent();
        new Random(1).NextBytes(buffer.Span);
        byte[] expected = [.. buffer.Span, .. buffer.Span[..77], .. buffer.Span];

        using (var file = new DirectFile(folder.At("made"), expected.Length))
        {
            file.Write(buffer.Span, 0);
            file.Write(buffer.Span[..77], ThreePages);
            file.Write(buffer.Span, ThreePages + 77);
            file.Flush();
            byte[] read = new byte[expected.Length + 1];
            Assert.Equal(expected.Length, file.Read(read, 0));
            Assert.Equal(expected, read[..^1]);
        }

        Assert.Equal(expected, File.ReadAllBytes(folder.At("made")));
    }

    [Fact]
    public void Buffers_that_are_not_aligned_to_a_memory_page_are_written()
    {
        Memory<byte> buffer = new PageBuffers(ThreePages).Rent()[1..];
        new Random(1).NextBytes(buffer.Span);

        using (var file = new DirectFile(folder.At("made"), DirectFile.PageBytes))
        {
            file.Write(buffer.Span[..DirectFile.PageBytes], 0);
        }

        Assert.Equal(buffer[..DirectFile.PageBytes].ToArray(), File.ReadAllBytes(folder.At("made")));
    }

    [Fact]
    public void A_file_has_one_owner()
    {
        using var file = new DirectFile(folder.At("made"), 1);

        Assert.Throws<IOException>(() => new DirectFile(folder.At("made"), 1));
    }

    [Fact]
    public void Existing_content_is_kept_and_the_length_is_as_requested()
    {
        File.WriteAllBytes(folder.At("made"), [1, 2, 3]);

        using (new DirectFile(folder.At("made"), 5))
        {
        }

        Assert.Equal([1, 2, 3, 0, 0], File.ReadAllBytes(folder.At("made")));
    }

    [Fact]
    public void A_file_too_large_for_the_disk_is_an_error_at_the_start_and_leaves_no_file()
    {
        // Larger than any file may be: requesting twice the free space would briefly fill the disk for the other tests.
        Assert.Throws<IOException>(() => new DirectFile(folder.At("made"), 1L << 60));
        Assert.False(File.Exists(folder.At("made")));
    }

    public void Dispose() => folder.Dispose();
}
