using System.Runtime.InteropServices;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>
/// Writes a .pose v0.2 file frame by frame, with only one frame in memory. The format requires all coordinates before all confidences, so
/// the confidences are first written to a second temporary file.
/// </summary>
internal sealed class PoseRecorder : IDisposable
{
    private readonly LandmarkFrames clip;
    private readonly PendingFile file;
    private readonly PendingFile confidences;
    private PoseFrameLayout? layout;

    /// <param name="path">The file to write; it appears on <see cref="Commit"/>.</param>
    /// <param name="clip">Provides the frame rate and size, and the frames for <see cref="RecordAsync"/>.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public PoseRecorder(string path, LandmarkFrames clip)
    {
        this.clip = clip;
        Tally = new LandmarkStatistics(clip.DeclaredFps);
        file = new PendingFile(path);
        confidences = new PendingFile(path + ".confidence");
    }

    /// <summary>Statistics of the frames written so far.</summary>
    public LandmarkStatistics Tally { get; }

    /// <summary>Writes all frames of the clip.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public async Task RecordAsync(CancellationToken cancellationToken = default)
    {
        await foreach (var frame in clip.Frames.WithCancellation(cancellationToken))
        {
            Add(frame);
        }
    }

    /// <param name="frame">With a face if the first frame had one, otherwise without.</param>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Add(LandmarkFrame frame)
    {
        layout ??= Start(frame.HasFace);
        layout.Read(frame);
        file.Stream.Write(MemoryMarshal.AsBytes(layout.Coordinates));
        confidences.Stream.Write(MemoryMarshal.AsBytes(layout.Confidences));
        Tally.Add(frame);
    }

    /// <summary>Completes the file and moves it into place.</summary>
    /// <exception cref="IOException">The disk is full; an existing file is unchanged.</exception>
    public void Commit()
    {
        layout ??= Start(withFace: false);
        confidences.Stream.Position = 0;
        confidences.Stream.CopyTo(file.Stream);
        file.Stream.Position = 0;
        PoseWriter.WriteStart(file.Stream, layout.Header, Tally.Fps, Tally.Frames);
        file.Commit();
    }

    public void Dispose()
    {
        file.Dispose();
        confidences.Dispose();
    }

    private PoseFrameLayout Start(bool withFace)
    {
        var started = new PoseFrameLayout(HolisticComponents.Header(clip.Width, clip.Height, withFace));
        PoseWriter.WriteStart(file.Stream, started.Header, clip.DeclaredFps, frames: 0);
        return started;
    }
}
