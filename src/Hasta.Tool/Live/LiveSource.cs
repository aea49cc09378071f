using System.Runtime.CompilerServices;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Cameras;
using Hasta.Recognition;

namespace Hasta.Tool.Live;

/// <summary>The camera or file that <c>hasta live</c> watches. It can be read once.</summary>
internal sealed class LiveSource
{
    private readonly IAsyncEnumerable<LandmarkFrame> frames;

    private LiveSource(string name, LandmarkEngineId engine, Func<LiveSource, IAsyncEnumerable<LandmarkFrame>> open) =>
        (Name, Engine, frames) = (name, engine, open(this));

    /// <summary>A file's path, or the name of a camera.</summary>
    public string Name { get; }

    /// <summary>The engine of the landmarks.</summary>
    public LandmarkEngineId Engine { get; }

    /// <summary>Pixels of the frames; 1x1 before the first.</summary>
    public (int Width, int Height) Size { get; private set; } = (1, 1);

    /// <summary>Time stamp of the latest frame.</summary>
    public TimeSpan Time { get; private set; }

    /// <param name="recognizer">Found the landmarks of a video.</param>
    /// <param name="clip">The file.</param>
    public static LiveSource Of(SignRecognizer recognizer, LongClip clip)
    {
        LandmarkEngineId engine = ClipArguments.IsPose(clip.Path)
            ? new LandmarkEngineId { Name = PoseFile.EngineName, Input = "signer" }
            : recognizer.VideoEngine;
        return new LiveSource(clip.Path, engine, source =>
        {
            source.Size = (clip.Landmarks.Width, clip.Landmarks.Height);
            return clip.Landmarks.Frames;
        });
    }

    /// <param name="recognizer">Finds the landmarks.</param>
    /// <param name="config">The camera.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="BadFileException">One of MediaPipe's networks is missing or corrupt.</exception>
    public static LiveSource Of(SignRecognizer recognizer, CameraConfig config, CancellationToken cancellationToken)
    {
        recognizer.LoadLandmarkModels(); // before the camera is opened, so that its first frames are not old
        return new LiveSource(
            config.Device ?? "the first camera",
            recognizer.VideoEngine,
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
