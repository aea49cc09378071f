using System.Net;

namespace Hasta.Web.Access;

/// <summary>How many streams or connections may be open, of one address and of all.</summary>
/// <param name="perAddress">Of one address.</param>
/// <param name="all">Of all addresses.</param>
internal sealed class AddressSeats(int perAddress, int all)
{
    private readonly Dictionary<IPAddress, int> taken = [];
    private readonly Lock gate = new();
    private int sum;

    /// <returns>Null if there is no room; else to be disposed at the end.</returns>
    public IDisposable? TryTake(IPAddress? address)
    {
        IPAddress key = ClientNetwork.Of(address);
        lock (gate)
        {
            int own = taken.GetValueOrDefault(key);
            if (own >= perAddress || sum >= all)
            {
                return null;
            }

            taken[key] = own + 1;
            sum++;
            return new Seat(this, key);
        }
    }

    private void Leave(IPAddress key)
    {
        lock (gate)
        {
            sum--;
            if (--taken[key] == 0)
            {
                taken.Remove(key);
            }
        }
    }

    private sealed class Seat(AddressSeats seats, IPAddress key) : IDisposable
    {
        private bool hasLeft;

        public void Dispose()
        {
            if (!hasLeft)
            {
                hasLeft = true;
                seats.Leave(key);
            }
        }
    }
}
