using Hasta.Include.Download;

namespace Hasta.Tests.Datasets.Download;

public sealed class DirectFileTests : IDisposable
{
    private const int Pages = 3 * DirectFile.PageBytes;

    private readonly TempFolder folder = new();

    [Fact]
    public void Whole_pages_and_odd_pieces_make_one_file()
    {
        Memory<byte> buffer = new PageBuffers(Pages).Rent();
        new Random(1).NextBytes(buffer.Span);
        byte[] expected = [.. buffer.Span, .. buffer.Span[..77], .. buffer.Span];

        using (var file = new DirectFile(folder.At("made"), expected.Length))
        {
            file.Write(buffer.Span, 0);
            file.Write(buffer.Span[..77], Pages);
            file.Write(buffer.Span, Pages + 77);
            file.Flush();
            byte[] read = new byte[expected.Length + 1];
            Assert.Equal(expected.Length, file.Read(read, 0));
            Assert.Equal(expected, read[..^1]);
        }

        Assert.Equal(expected, File.ReadAllBytes(folder.At("made")));
    }

    [Fact]
    public void Pieces_that_begin_in_the_middle_of_a_page_of_memory_are_written_too()
    {
        Memory<byte> buffer = new PageBuffers(Pages).Rent()[1..];
        new Random(1).NextBytes(buffer.Span);

        using (var file = new DirectFile(folder.At("made"), DirectFile.PageBytes))
        {
            file.Write(buffer.Span[..DirectFile.PageBytes], 0);
        }

        Assert.Equal(buffer[..DirectFile.PageBytes].ToArray(), File.ReadAllBytes(folder.At("made")));
    }

    [Fact]
    public void It_has_one_owner()
    {
        using var file = new DirectFile(folder.At("made"), 1);

        Assert.Throws<IOException>(() => new DirectFile(folder.At("made"), 1));
    }

    [Fact]
    public void What_an_earlier_run_wrote_stays_and_the_length_is_the_one_asked_for()
    {
        File.WriteAllBytes(folder.At("made"), [1, 2, 3]);

        using (new DirectFile(folder.At("made"), 5))
        {
        }

        Assert.Equal([1, 2, 3, 0, 0], File.ReadAllBytes(folder.At("made")));
    }

    [Fact]
    public void A_file_that_can_have_no_place_is_an_error_at_the_start_and_leaves_nothing()
    {
        // Larger than any file may be: to ask for twice what is free would fill the disk under the other tests for a moment.
        Assert.Throws<IOException>(() => new DirectFile(folder.At("made"), 1L << 60));
        Assert.False(File.Exists(folder.At("made")));
    }

    public void Dispose() => folder.Dispose();
}
