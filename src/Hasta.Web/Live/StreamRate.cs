namespace Hasta.Web.Live;

/// <summary>How many frames of a stream are answered per second.</summary>
internal sealed class StreamRate(TimeProvider clock)
{
    private const double WindowSeconds = 2;
    private const double SlowRate = 10;
    private const int MinFrames = 10; // a stream that has just begun is not slow

    private readonly Queue<long> answered = new();
    private long frames;

    /// <summary>In the latest two seconds; 0 before the second frame.</summary>
    public double FramesPerSecond { get; private set; }

    /// <summary>Whether signs may be missed: under 10 frames per second.</summary>
    public bool IsSlow => frames > MinFrames && FramesPerSecond < SlowRate;

    /// <summary>Counts a frame that is answered now.</summary>
    public void Count()
    {
        frames++;
        answered.Enqueue(clock.GetTimestamp());
        while (clock.GetElapsedTime(answered.Peek()).TotalSeconds > WindowSeconds)
        {
            answered.Dequeue();
        }

        double seconds = clock.GetElapsedTime(answered.Peek()).TotalSeconds;
        FramesPerSecond = answered.Count < 2 || seconds <= 0 ? 0 : (answered.Count - 1) / seconds;
    }
}
