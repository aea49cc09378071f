using Hasta.Landmarks;
using Hasta.Recognition.Live;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Live;

/// <summary>Alone: the memory of the whole process is measured, and other tests would add theirs.</summary>
[Collection(nameof(LiveMemoryTests))]
[CollectionDefinition(nameof(LiveMemoryTests), DisableParallelization = true)]
public sealed class LiveMemoryTests
{
    private static readonly string[] Words = ["Hello", "Namaste", "Sorry", "Deaf"];

    [Fact]
    [Trait("speed", "slow")]
    public async Task An_hour_of_signing_needs_no_more_memory_than_a_minute()
    {
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(cancellationToken: TestContext.Current.CancellationToken);
        IReadOnlyList<LandmarkFrame> stream = TakeStream.Join([.. Words.Select(word => RealTakes.Read(word, "abh_A", 3, 1)[0])]);
        var live = new LiveRecognizer(recognizer);
        TimeSpan length = stream[^1].Time + TimeSpan.FromSeconds(1 / 12.0);
        long Sign(int rounds, int from)
        {
            for (int round = from; round < from + rounds; round++)
            {
                foreach (LandmarkFrame frame in stream)
                {
                    live.Add(new LandmarkFrame(frame.Time + (round * length), frame.All.ToArray()));
                }
            }

            return GC.GetTotalMemory(forceFullCollection: true);
        }

        int minute = (int)(TimeSpan.FromMinutes(1) / length);
        long afterAMinute = Sign(minute, 0);
        long afterAnHour = Sign(59 * minute, minute);

        Assert.InRange(afterAnHour - afterAMinute, long.MinValue, 2 << 20);
    }
}
