using System.Net;

namespace Hasta.Web.Access;

/// <summary>Makes guessing slow: an address with 10 wrong tokens in a minute waits until the minute is over.</summary>
/// <param name="clock">Measures the minute.</param>
internal sealed class FailedTries(TimeProvider clock)
{
    public const int MaxTries = 10;
    public const int MaxAddresses = 4096; // more are forgotten, the oldest first
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<IPAddress, Tries> table = [];
    private readonly Lock gate = new();

    /// <returns>How long the address must wait; null if it need not.</returns>
    public TimeSpan? WaitOf(IPAddress? address)
    {
        lock (gate)
        {
            bool isOver = table.TryGetValue(ClientNetwork.Of(address), out Tries? tries) && tries.Count >= MaxTries;
            return isOver && Remaining(tries!) is { Ticks: > 0 } wait ? wait : null;
        }
    }

    /// <summary>Counts a wrong token.</summary>
    /// <param name="address">Who sent it.</param>
    /// <param name="repeated">
    /// A cookie, which a browser sends with each request and which therefore counts once in a row; null for other tokens.
    /// </param>
    public void Add(IPAddress? address, string? repeated)
    {
        IPAddress key = ClientNetwork.Of(address);
        lock (gate)
        {
            if (!table.TryGetValue(key, out Tries? tries) || Remaining(tries).Ticks <= 0)
            {
                tries = new Tries(clock.GetTimestamp());
                MakeRoom();
                table[key] = tries;
            }

            int? hash = repeated?.GetHashCode(StringComparison.Ordinal);
            tries.Count += hash is null || hash != tries.Cookie ? 1 : 0;
            tries.Cookie = hash ?? tries.Cookie;
        }
    }

    internal int Addresses => table.Count;

    private TimeSpan Remaining(Tries tries) => Window - clock.GetElapsedTime(tries.Start);

    private void MakeRoom()
    {
        if (table.Count < MaxAddresses)
        {
            return;
        }

        foreach (IPAddress over in table.Where(entry => Remaining(entry.Value).Ticks <= 0).Select(entry => entry.Key).ToArray())
        {
            table.Remove(over);
        }

        if (table.Count >= MaxAddresses)
        {
            table.Remove(table.MinBy(entry => entry.Value.Start).Key);
        }
    }

    private sealed class Tries(long start)
    {
        public long Start => start;

        public int Count { get; set; }

        public int? Cookie { get; set; }
    }
}
