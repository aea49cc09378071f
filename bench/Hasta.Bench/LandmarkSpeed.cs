using System.Diagnostics;
using Hasta.Landmarks;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe;
using Hasta.Landmarks.Video;
using Spectre.Console;

namespace Hasta.Bench;

/// <summary>Times clip to landmarks: per stage on one thread, then end to end with decoding; compares with MediaPipe's own build.</summary>
internal static class LandmarkSpeed
{
    private static readonly int[] Heights = [480, 720, 1080];

    public static async Task MeasureAsync(string clip, int seconds, string? chromium)
    {
        await PrintStagesAsync(clip, seconds);
        await PrintEndToEndAsync(clip, seconds);
        if (chromium is not null)
        {
            string small = await BenchClip.ScaleAsync(clip, Heights[0], seconds);
            double fps = await BrowserPeer.MeasureAsync(chromium, small);
            AnsiConsole.MarkupLineInterpolated($"MediaPipe Holistic in Chromium (CPU), {Heights[0]}p, already decoded: {fps:F1} frames/s");
        }
    }

    private static async Task PrintStagesAsync(string clip, int seconds)
    {
        var table = new Table().AddColumns("one worker, ms per frame", "decoding", "pose", "both hands", "face");
        using var networks = HolisticEngine.Load(ModelFiles.Find());
        foreach (int height in Heights)
        {
            string scaled = await BenchClip.ScaleAsync(clip, height, seconds);
            int frames = 0;
            long start = Stopwatch.GetTimestamp();
            await foreach (var _ in VideoReader.ReadAsync(scaled, new VideoOptions()))
            {
                frames++;
            }

            var decoding = Stopwatch.GetElapsedTime(start);
            var tracker = new StagedTracker(networks);
            await foreach (var frame in VideoReader.ReadAsync(scaled, new VideoOptions()))
            {
                tracker.Track(frame);
            }

            TimeSpan[] times = [decoding, tracker.Pose, tracker.Hands, tracker.Face];
            table.AddRow([$"{height}p", .. times.Select(time => $"{time.TotalMilliseconds / frames:F2}")]);
        }

        AnsiConsole.Write(table);
    }

    private static async Task PrintEndToEndAsync(string clip, int seconds)
    {
        var table = new Table().AddColumns(
            "frames/s with decoding", "body, hands: 1 worker", "2 workers", "with face: 1 worker", "2 workers");
        using var withoutFace = HolisticEngine.Load(ModelFiles.Find(), new HolisticConfig { Face = false });
        using var withFace = HolisticEngine.Load(ModelFiles.Find());
        foreach (int height in Heights)
        {
            string scaled = await BenchClip.ScaleAsync(clip, height, seconds);
            double[] rates =
            [
                await MeasureAsync(withoutFace, scaled, 1), await MeasureAsync(withoutFace, scaled, 2),
                await MeasureAsync(withFace, scaled, 1), await MeasureAsync(withFace, scaled, 2),
            ];
            table.AddRow([$"{height}p", .. rates.Select(rate => $"{rate:F1}")]);
        }

        AnsiConsole.Write(table);
    }

    /// <returns>Frames per second of all workers together; each processes the whole clip.</returns>
    private static async Task<double> MeasureAsync(HolisticEngine networks, string clip, int workers)
    {
        long start = Stopwatch.GetTimestamp();
        int[] frames = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            var landmarks = await new LandmarkExtractor(networks).OpenAsync(clip);
            return await landmarks.Frames.CountAsync();
        })));
        return frames.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
