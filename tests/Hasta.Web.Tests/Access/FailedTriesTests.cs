using System.Net;
using Hasta.Web.Access;

namespace Hasta.Web.Tests.Access;

public sealed class FailedTriesTests
{
    private readonly MadeClock clock = new();

    [Fact]
    public void After_ten_wrong_tokens_an_address_waits_for_the_rest_of_the_minute()
    {
        var tries = new FailedTries(clock);
        var guesser = IPAddress.Parse("10.0.0.1");
        for (int i = 0; i < 10; i++)
        {
            Assert.Null(tries.WaitOf(guesser));
            tries.Add(guesser, repeated: null);
            clock.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(TimeSpan.FromSeconds(50), tries.WaitOf(guesser));
        Assert.Equal(TimeSpan.FromSeconds(50), tries.WaitOf(guesser.MapToIPv6()));
        Assert.Null(tries.WaitOf(IPAddress.Parse("10.0.0.2")));
        clock.Now += TimeSpan.FromSeconds(50);
        Assert.Null(tries.WaitOf(guesser));
    }

    [Fact]
    public void The_cookie_of_an_earlier_start_counts_once()
    {
        var tries = new FailedTries(clock);
        for (int i = 0; i < 50; i++)
        {
            tries.Add(IPAddress.Loopback, "old");
        }

        Assert.Null(tries.WaitOf(IPAddress.Loopback));
        for (int i = 0; i < 9; i++)
        {
            tries.Add(IPAddress.Loopback, $"guess {i}");
        }

        Assert.NotNull(tries.WaitOf(IPAddress.Loopback));
    }

    [Fact]
    public void A_network_of_IPv6_counts_as_one_address_and_the_table_is_bounded()
    {
        var tries = new FailedTries(clock);
        for (int i = 0; i < 10; i++)
        {
            tries.Add(IPAddress.Parse($"2001:db8::{i}"), repeated: null);
        }

        Assert.NotNull(tries.WaitOf(IPAddress.Parse("2001:db8::ffff")));
        for (int i = 0; i < 5000; i++)
        {
            clock.Now += TimeSpan.FromMilliseconds(1);
            tries.Add(new IPAddress([10, 0, (byte)(i >> 8), (byte)i]), repeated: null);
        }

        Assert.Equal(FailedTries.MaxAddresses, tries.Addresses);
    }

    private sealed class MadeClock : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromDays(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
