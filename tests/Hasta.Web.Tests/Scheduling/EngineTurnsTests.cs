using Hasta.Web.Scheduling;

namespace Hasta.Web.Tests.Scheduling;

public sealed class EngineTurnsTests
{
    [Fact]
    public void Streams_that_begin_before_any_frame_was_measured_are_limited()
    {
        using var turns = new EngineTurns(cores: 1);

        int streams = Enumerable.Range(0, 100).Count(_ => turns.TryJoin());

        Assert.InRange(streams, 1, 8);
    }

    [Theory]
    [InlineData(1, 0.010, 20)]
    [InlineData(2, 0.010, 40)]
    [InlineData(1, 0.100, 2)]
    [InlineData(1, 1.000, 1)]
    public void Each_stream_keeps_five_frames_per_second(int cores, double cost, int expected)
    {
        using var turns = new EngineTurns(cores);
        turns.Measure(cost);

        Assert.Equal(expected, Enumerable.Range(0, 100).Count(_ => turns.TryJoin()));
    }

    [Fact]
    public void A_stream_that_ends_makes_room()
    {
        using var turns = new EngineTurns(cores: 1);
        turns.Measure(1);
        Assert.True(turns.TryJoin());
        Assert.False(turns.TryJoin());

        turns.Leave();

        Assert.True(turns.TryJoin());
    }
}
