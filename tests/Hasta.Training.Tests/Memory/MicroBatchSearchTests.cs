using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Memory;

[Collection(TorchTurns.Name)]
public sealed class MicroBatchSearchTests
{
    public MicroBatchSearchTests() => TorchDevice.Load();

    [Theory]
    [InlineData(1, 64, 1000, 64)]
    [InlineData(1, 64, 64, 64)]
    [InlineData(1, 64, 63, 60)]
    [InlineData(1, 64, 1, 1)]
    [InlineData(2, 64, 7, 7)]
    [InlineData(3, 100, 40, 39)]
    [InlineData(1, 1000, 700, 695)]
    public void The_largest_size_that_fits_in_memory_is_found_to_within_an_eighth(int min, int max, int memory, int expected) =>
        Assert.Equal(expected, MicroBatchSearch.Largest(min, max, clips => clips <= memory ? 100 : null));

    [Fact]
    public void The_search_stops_where_more_clips_at_a_time_are_slower()
    {
        var tried = new List<int>();

        int found = MicroBatchSearch.Largest(1, 64, clips =>
        {
            tried.Add(clips);
            return clips <= 8 ? 100 + clips : 80;
        });

        Assert.Equal(8, found);
        Assert.Equal([1, 2, 4, 8, 16], tried);
    }

    [Fact]
    public void Too_little_memory_for_the_minimum_is_an_error_with_a_remedy() =>
        Assert.Contains("--memory-limit", Assert.Throws<MemoryLimitException>(() => MicroBatchSearch.Largest(2, 64, _ => null)).Message);

    [Fact]
    public void An_allocation_failure_bounds_the_size()
    {
        TrainingConfig config = SmallCorpus.Config with { Model = new MadeModel { Fails = clips => clips > 11 }, BatchSize = 32 };
        var search = new MicroBatchSearch(config, CPU, NullLogger.Instance) { Clock = new EvenClock() };

        Assert.Equal(11, search.Find(StepBench.Clips[0].Body, glosses: 3));
    }

    [Fact]
    public void A_memory_limit_bounds_the_size()
    {
        int clips = 0;
        TrainingConfig config = SmallCorpus.Config with
        {
            Model = new MadeModel
            {
                Fails = count =>
                {
                    clips = count;
                    return false;
                },
            },
            BatchSize = 32,
        };
        var search = new MicroBatchSearch(config, CPU, NullLogger.Instance)
        {
            Clock = new EvenClock(),
            Memory = new MemoryLimit(1000, () => 300 + (100 * clips)),
        };

        Assert.Equal(7, search.Find(StepBench.Clips[0].Body, glosses: 3));
    }

    /// <summary>Every pass takes a second, so more clips at a time are always faster.</summary>
    private sealed class EvenClock : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => seconds++;
    }
}
