using System.Runtime.CompilerServices;
using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Cameras;
using Hasta.Recognition;

namespace Hasta.Tool.Live;

/// <summary>The camera or file that <c>hasta live</c> watches. It can be read once.</summary>
internal sealed class LiveSource
{
    private readonly IAsyncEnumerable<LandmarkFrame> frames;

    private LiveSource(string name, Func<LiveSource, IAsyncEnumerable<LandmarkFrame>> open) => (Name, frames) = (name, open(this));

    /// <summary>A file's path, or the name of a camera.</summary>
    public string Name { get; }

    /// <summary>Pixels of the frames; 1x1 before the first.</summary>
    public (int Width, int Height) Size { get; private set; } = (1, 1);

    /// <summary>Time stamp of the latest frame.</summary>
    public TimeSpan Time { get; private set; }

    public static LiveSource Of(LongClip clip) => new(clip.Path, source =>
    {
        source.Size = (clip.Landmarks.Width, clip.Landmarks.Height);
        return clip.Landmarks.Frames;
    });

    /// <param name="recognizer">Finds the landmarks.</param>
    /// <param name="config">The camera.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="BadFileException">One of MediaPipe's networks is missing or corrupt.</exception>
    public static LiveSource Of(SignRecognizer recognizer, CameraConfig config, CancellationToken cancellationToken)
    {
        recognizer.LoadLandmarkModels(); // before the camera is opened, so that its first frames are not old
        return new LiveSource(
            config.Device ?? "the first camera",
            source => recognizer.Track(new Camera(config).ReadAsync(cancellationToken).Select(source.Measure)));
    }

    public async IAsyncEnumerable<LandmarkFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (LandmarkFrame frame in frames.WithCancellation(cancellationToken))
        {
            Time = frame.Time;
            yield return frame;
        }
    }

    private VideoFrame Measure(VideoFrame frame)
    {
        Size = (frame.Width, frame.Height);
        return frame;
    }
}
