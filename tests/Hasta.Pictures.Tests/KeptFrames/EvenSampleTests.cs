using Hasta.Pictures.KeptFrames;

namespace Hasta.Pictures.Tests.KeptFrames;

public sealed class EvenSampleTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(11, 11)]
    [InlineData(12, 12)]
    [InlineData(13, 12)]
    [InlineData(100000, 12)]
    public void The_requested_number_of_items_is_chosen_or_all_of_fewer(int items, int chosen) =>
        Assert.Equal(chosen, Choose(items).Length);

    [Theory]
    [InlineData(49)]
    [InlineData(180)]
    [InlineData(193)]
    [InlineData(7777)]
    public void Chosen_items_are_spread_evenly(int items)
    {
        int[] chosen = Choose(items);
        double step = items / 12.0;

        // Dropped items cost up to a quarter of a step on either side; rounding to whole frames costs one more frame.
        for (int i = 0; i < chosen.Length; i++)
        {
            Assert.InRange(chosen[i], (step * (i + 0.5)) - (step * 0.25) - 1, (step * (i + 0.5)) + (step * 0.25) + 1);
        }
    }

    [Fact]
    public void Few_items_are_held_at_a_time_and_none_at_the_end()
    {
        int held = 0;
        int max = 0;
        using (var sample = new EvenSample<Item>(12))
        {
            for (int i = 0; i < 10000; i++)
            {
                sample.Offer(() =>
                {
                    max = Math.Max(max, ++held);
                    return new Item(0, () => held--);
                });
            }
        }

        Assert.InRange(max, 12, 49);
        Assert.Equal(0, held);
    }

    private static int[] Choose(int items)
    {
        using var sample = new EvenSample<Item>(12);
        for (int i = 0; i < items; i++)
        {
            int number = i;
            sample.Offer(() => new Item(number, () => { }));
        }

        return [.. sample.Choose().Select(item => item.Number)];
    }

    private sealed record Item(int Number, Action OnDispose) : IDisposable
    {
        public void Dispose() => OnDispose();
    }
}
