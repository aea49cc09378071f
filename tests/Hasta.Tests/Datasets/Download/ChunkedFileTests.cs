using Hasta.Include.Download;

namespace Hasta.Tests.Datasets.Download;

public sealed class ChunkedFileTests : IDisposable
{
    private const int Parts = 64;
    private const int PartBytes = 128 << 10;

    private readonly TempFolder folder = new();
    private readonly RemoteFile file = new("made.zip", new Uri("http://127.0.0.1/"), Parts * PartBytes);

    [Fact]
    public void Many_parts_are_claimed_at_first_and_one_at_a_time_towards_the_end()
    {
        using ChunkedFile parts = Open();

        int[] counts = [.. ClaimAll(parts).Select(run => run.End - run.First)];

        Assert.Equal(Parts, counts.Sum());
        Assert.Equal(counts.OrderDescending(), counts);
        Assert.Equal((4, 1), (counts[0], counts[^16]));
    }

    [Fact]
    public async Task What_a_kill_leaves_whole_is_never_claimed_again()
    {
        byte[] zeros = new byte[PartBytes];
        using (ChunkedFile parts = Open())
        {
            ChunkRange run = parts.Claim()!.Value;
            var taker = new ChunkSink(parts, new ByteTally(0, NoProgress.Instance), run);
            await taker.TakeAsync(zeros, TestContext.Current.CancellationToken);
            await taker.TakeAsync(zeros.AsMemory(1), TestContext.Current.CancellationToken);
        }

        using ChunkedFile resumed = Open();

        Assert.Equal(PartBytes, resumed.DoneBytes);
        ChunkRange[] claimed = [.. ClaimAll(resumed)];
        Assert.Equal(1, claimed[0].First);
        Assert.Equal(Parts - 1, claimed.Sum(run => run.End - run.First));
    }

    [Fact]
    public async Task A_run_under_way_is_brought_to_its_end_though_nobody_else_misses_anything()
    {
        using ChunkedFile parts = Open();
        ChunkRange run = parts.Claim()!.Value;
        _ = ClaimAll(parts).Count();
        var taker = new ChunkSink(parts, new ByteTally(0, NoProgress.Instance), run);

        Assert.True(run.End > 1);
        Assert.True(await taker.TakeAsync(new byte[PartBytes], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_stream_did_not_bring_is_free_again()
    {
        using ChunkedFile parts = Open();
        var taker = new ChunkSink(parts, new ByteTally(0, NoProgress.Instance), parts.Claim()!.Value);
        await taker.TakeAsync(new byte[PartBytes + 1], TestContext.Current.CancellationToken);

        taker.GiveBack();

        Assert.Equal(1, parts.Claim()!.Value.First);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5_000_001)]
    [InlineData(2_000_000_000)]
    [InlineData(60_000_000_000)]
    public void Parts_are_whole_pages_of_4_MiB_at_most(long bytes)
    {
        int part = ChunkedFile.ChunkBytesOf(bytes);

        Assert.Equal(0, part % DirectFile.PageBytes);
        Assert.InRange(part, 64 << 10, 4 << 20);
    }

    public void Dispose() => folder.Dispose();

    private ChunkedFile Open() => ChunkedFile.Open(folder.At("made.zip"), file);

    private static IEnumerable<ChunkRange> ClaimAll(ChunkedFile parts)
    {
        while (parts.Claim() is { } run)
        {
            yield return run;
        }
    }
}
