using System.Diagnostics;

namespace Hasta.Web.Scheduling;

/// <summary>Shares the cores among streams: one frame a core at a time, first come, first served.</summary>
/// <param name="cores">Frames that are processed at once.</param>
internal sealed class EngineTurns(int cores) : IDisposable
{
    private const double MinRate = 5;
    private const double FullRate = 15;
    private const double NewWeight = 0.1;
    private const double AssumedCost = 0.03; // until a frame is measured; without it, any number of streams could begin at once

    private readonly SemaphoreSlim free = new(cores);
    private readonly Lock gate = new();
    private double seconds = AssumedCost;
    private bool isMeasured;
    private int streams;

    /// <summary>Whether streams get fewer than 15 frames per second because there are several.</summary>
    public bool IsShared => streams > 1 && RateOf(streams) < FullRate;

    /// <returns>Whether the stream may begin: each keeps at least 5 frames per second.</returns>
    public bool TryJoin()
    {
        lock (gate)
        {
            bool hasRoom = streams == 0 || RateOf(streams + 1) >= MinRate;
            streams += hasRoom ? 1 : 0;
            return hasRoom;
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            streams--;
        }
    }

    /// <summary>Does the work of a frame when its turn comes.</summary>
    /// <param name="work">The work.</param>
    /// <param name="isCounted">Whether it counts as the cost of a frame: the first frame of a stream also warms the networks up.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<T> RunAsync<T>(Func<T> work, bool isCounted, CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        try
        {
            long start = Stopwatch.GetTimestamp();
            T done = await Task.Run(work, cancellationToken);
            if (isCounted)
            {
                Measure(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            return done;
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Records what a frame cost, in seconds of a core.</summary>
    internal void Measure(double cost)
    {
        lock (gate)
        {
            seconds = isMeasured ? seconds + (NewWeight * (cost - seconds)) : cost;
            isMeasured = true;
        }
    }

    public void Dispose() => free.Dispose();

    private double RateOf(int count) => cores / (seconds * count);
}
