using Hasta.Landmarks;
using Hasta.Recognition;
using Hasta.Recognition.Live;

namespace Hasta.Bench.Serving.Hostile;

/// <summary>Compares the events that a landmark stream received with those that the frames it sent give without a server.</summary>
internal static class EventCheck
{
    /// <returns>The number of events that are missing or different.</returns>
    public static int CountLost(SignRecognizer recognizer, Camera camera, StreamLog log)
    {
        var live = new LiveRecognizer(recognizer);
        var events = log.Sent.SelectMany(index => live.Add(FrameAt(camera, index))).ToList();
        events.AddRange(log.IsCompleted ? live.Complete() : []);
        (string, double)[] expected = [.. events.Select(LiveLine.From).Select(line => (line.Event, line.Time))];
        int same = expected.Zip(log.Events).TakeWhile(pair => pair.First == pair.Second).Count();
        return Math.Max(expected.Length, log.Events.Count) - same;
    }

    private static LandmarkFrame FrameAt(Camera camera, long index) =>
        new(Camera.TimeOf(index), camera.Landmarks[(int)(index % camera.Landmarks.Count)].All.ToArray());
}
