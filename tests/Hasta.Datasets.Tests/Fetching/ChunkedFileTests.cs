using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Chunks;
using Hasta.TestKit;

namespace Hasta.Datasets.Tests.Fetching;

public sealed class ChunkedFileTests : IDisposable
{
    private const int ChunkCount = 64;
    private const int ChunkBytes = 128 << 10;

    private readonly TempFolder folder = new();
    private readonly RemoteFile file = new("made.zip", new Uri("http://127.0.0.1/"), ChunkCount * ChunkBytes);

    [Fact]
    public void Many_chunks_are_claimed_at_first_and_one_at_a_time_towards_the_end()
    {
        using ChunkedFile chunks = Open();

        int[] counts = [.. ClaimAll(chunks).Select(range => range.End - range.First)];

        Assert.Equal(ChunkCount, counts.Sum());
        Assert.Equal(counts.OrderDescending(), counts);
        Assert.Equal((4, 1), (counts[0], counts[^16]));
    }

    [Fact]
    public async Task Chunks_finished_before_a_kill_are_never_claimed_again()
    {
        byte[] zeros = new byte[ChunkBytes];
        using (ChunkedFile chunks = Open())
        {
            ChunkRange range = chunks.Map.Claim()!.Value;
            var sink = new ChunkSink(chunks, new ByteCounter(0, NoProgress.Instance), range);
            await sink.TakeAsync(zeros, TestContext.Current.CancellationToken);
            await sink.TakeAsync(zeros.AsMemory(1), TestContext.Current.CancellationToken);
        }

        using ChunkedFile resumed = Open();

        Assert.Equal(ChunkBytes, resumed.Map.DoneBytes);
        ChunkRange[] claimed = [.. ClaimAll(resumed)];
        Assert.Equal(1, claimed[0].First);
        Assert.Equal(ChunkCount - 1, claimed.Sum(range => range.End - range.First));
    }

    [Fact]
    public async Task A_claimed_range_is_continued_even_if_no_chunk_is_unclaimed()
    {
        using ChunkedFile chunks = Open();
        ChunkRange range = chunks.Map.Claim()!.Value;
        _ = ClaimAll(chunks).Count();
        var sink = new ChunkSink(chunks, new ByteCounter(0, NoProgress.Instance), range);

        Assert.True(range.End > 1);
        Assert.True(await sink.TakeAsync(new byte[ChunkBytes], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Chunks_that_were_not_received_can_be_claimed_again()
    {
        using ChunkedFile chunks = Open();
        var sink = new ChunkSink(chunks, new ByteCounter(0, NoProgress.Instance), chunks.Map.Claim()!.Value);
        await sink.TakeAsync(new byte[ChunkBytes + 1], TestContext.Current.CancellationToken);

        sink.GiveBack();

        Assert.Equal(1, chunks.Map.Claim()!.Value.First);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5_000_001)]
    [InlineData(2_000_000_000)]
    [InlineData(60_000_000_000)]
    public void Chunks_are_whole_pages_and_at_most_4_MiB(long bytes)
    {
        int chunkBytes = ChunkMap.ChunkBytesOf(bytes);

        Assert.Equal(0, chunkBytes % 4096);
        Assert.InRange(chunkBytes, 64 << 10, 4 << 20);
    }

    public void Dispose() => folder.Dispose();

    private ChunkedFile Open() => ChunkedFile.Open(folder.At("made.zip"), file);

    private static IEnumerable<ChunkRange> ClaimAll(ChunkedFile chunks)
    {
        while (chunks.Map.Claim() is { } range)
        {
            yield return range;
        }
    }
}
