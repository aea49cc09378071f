using Hasta.Landmarks.Video;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.MediaPipe;

/// <summary>Real webcam clips from shared/data/asl24-videos.</summary>
internal static class TestClip
{
    public static string Path(string clip) => SharedData.Path("asl24-videos", clip);

    /// <summary>The first frames of a clip, each with its own pixel buffer.</summary>
    public static async Task<List<VideoFrame>> ReadAsync(string clip, int frames)
    {
        var read = new List<VideoFrame>();
        await foreach (var frame in VideoReader.ReadAsync(Path(clip), new VideoOptions(), TestContext.Current.CancellationToken))
        {
            read.Add(frame with { Rgb = frame.Rgb.ToArray() });
            if (read.Count == frames)
            {
                break;
            }
        }

        return read;
    }

    /// <summary>Tracks the frames in order.</summary>
    public static LandmarkFrame[] Track(this ILandmarkTracker tracker, IEnumerable<VideoFrame> frames) => [.. frames.Select(tracker.Track)];

    /// <summary>The frame mirrored horizontally.</summary>
    public static VideoFrame Mirror(VideoFrame frame) =>
        frame with
        {
            Rgb = frame.Rgb.ToArray()
                .Chunk(3 * frame.Width)
                .SelectMany(line => line.Chunk(3).Reverse())
                .SelectMany(pixel => pixel)
                .ToArray(),
        };

    /// <summary>The frame shifted to the right; its left border becomes black.</summary>
    public static VideoFrame Shift(VideoFrame frame, int pixels)
    {
        byte[] rgb = new byte[frame.Rgb.Length];
        int line = 3 * frame.Width;
        for (int start = 0; start < rgb.Length; start += line)
        {
            frame.Rgb.Span.Slice(start, line - (3 * pixels)).CopyTo(rgb.AsSpan(start + (3 * pixels)));
        }

        return frame with { Rgb = rgb };
    }
}
