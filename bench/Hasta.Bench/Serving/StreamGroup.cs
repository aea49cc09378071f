using System.Diagnostics;

namespace Hasta.Bench.Serving;

/// <summary>Streams that run at the same time.</summary>
internal sealed class StreamGroup : IDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly Task running;

    /// <param name="streams">The streams.</param>
    /// <param name="spread">The time over which their starts are spread, so that their frames do not come at the same moment.</param>
    public StreamGroup(IReadOnlyList<CameraStream> streams, TimeSpan spread)
    {
        Streams = streams;
        running = Task.WhenAll(streams.Select((stream, i) => Task.Run(async () =>
        {
            await Task.Delay(spread * i / streams.Count);
            await stream.RunAsync(ending.Token);
        })));
    }

    public IReadOnlyList<CameraStream> Streams { get; }

    public IEnumerable<StreamLog> Logs => Streams.Select(stream => stream.Log);

    /// <summary>Completes the streams.</summary>
    public async Task EndAsync()
    {
        await ending.CancelAsync();
        await running;
    }

    /// <summary>The frames that were sent since a time stamp of <see cref="Stopwatch"/>.</summary>
    public IReadOnlyList<Timing> FramesSince(long from) => [.. Logs.SelectMany(log => log.Frames).Where(frame => frame.At >= from)];

    public IReadOnlyList<Timing> AnswersSince(long from) => [.. Logs.SelectMany(log => log.Answers).Where(answer => answer.At >= from)];

    public void Dispose() => ending.Dispose();
}
