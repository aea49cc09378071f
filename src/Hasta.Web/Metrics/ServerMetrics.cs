using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hasta.Web.Metrics;

/// <summary>Numbers on the server's work: nothing of a user, and no label with text that a user sent.</summary>
internal sealed class ServerMetrics
{
    public const string MeterName = "Hasta.Web";

    private readonly UpDownCounter<int> open;
    private readonly Counter<long> ended;
    private readonly Counter<long> frames;
    private readonly Histogram<double> frameSeconds;
    private readonly Histogram<double> eventSeconds;
    private readonly Counter<long> clips;
    private readonly Counter<long> enrollments;
    private readonly Counter<long> refused;

    public ServerMetrics(IMeterFactory factory)
    {
        Meter meter = factory.Create(MeterName);
        open = meter.CreateUpDownCounter<int>("hasta_streams_open", description: "Live streams that are open.");
        ended = meter.CreateCounter<long>("hasta_streams_ended", description: "Live streams that ended, by error code.");
        frames = meter.CreateCounter<long>("hasta_frames", description: "Frames of live streams that were answered.");
        frameSeconds = CreateSeconds(meter, "hasta_frame_seconds", "From the receipt of a frame to its answer, with the wait for a core.");
        eventSeconds = CreateSeconds(meter, "hasta_event_seconds", "From the receipt of a frame to the event that it caused.");
        clips = meter.CreateCounter<long>("hasta_clips", description: "Clips, by HTTP status.");
        enrollments = meter.CreateCounter<long>("hasta_enrollments", description: "Signs enrolled.");
        refused = meter.CreateCounter<long>("hasta_requests_refused", description: "Requests that were refused, by reason.");
    }

    public void StreamOpened() => open.Add(1);

    /// <param name="code">An error code of docs/protocol.md, <c>completed</c>, <c>closed</c> by the client, or <c>lost</c>.</param>
    public void StreamEnded(string code)
    {
        open.Add(-1);
        ended.Add(1, new KeyValuePair<string, object?>("code", code));
    }

    /// <param name="received">When the frame came, a timestamp of <see cref="Stopwatch"/>.</param>
    public void FrameAnswered(long received)
    {
        frames.Add(1);
        frameSeconds.Record(Stopwatch.GetElapsedTime(received).TotalSeconds);
    }

    /// <param name="received">When the event's frame came, a timestamp of <see cref="Stopwatch"/>.</param>
    public void EventSent(long received) => eventSeconds.Record(Stopwatch.GetElapsedTime(received).TotalSeconds);

    public void ClipAnswered(int status) => clips.Add(1, new KeyValuePair<string, object?>("status", status));

    public void SignEnrolled() => enrollments.Add(1);

    public void RequestRefused(string reason) => refused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    private static Histogram<double> CreateSeconds(Meter meter, string name, string description) => meter.CreateHistogram(
        name,
        unit: null, // it is in the name
        description,
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.02, 0.033, 0.05, 0.1, 0.2, 0.5, 1, 2, 5] });
}
