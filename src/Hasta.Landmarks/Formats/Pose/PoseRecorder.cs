using System.Runtime.InteropServices;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>
/// Writes a .pose v0.2 file frame by frame, in memory for one frame only. The format wants all coordinates before all confidences, so
/// that these wait in a second temporary file.
/// </summary>
internal sealed class PoseRecorder : IDisposable
{
    private readonly LandmarkFrames clip;
    private readonly PendingFile file;
    private readonly PendingFile confidences;
    private PoseFrameLayout? layout;

    /// <param name="path">The file to write; <see cref="Commit"/> makes it appear.</param>
    /// <param name="clip">Whose rate and picture size are written; its frames are <see cref="RecordAsync"/>'s.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public PoseRecorder(string path, LandmarkFrames clip)
    {
        this.clip = clip;
        Tally = new LandmarkStatistics(clip.DeclaredFps);
        file = new PendingFile(path);
        confidences = new PendingFile(path + ".confidence");
    }

    /// <summary>Of the frames written so far.</summary>
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

    /// <param name="frame">With a face, or without one, as the first.</param>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Add(LandmarkFrame frame)
    {
        layout ??= Start(frame.HasFace);
        layout.Read(frame);
        file.Stream.Write(MemoryMarshal.AsBytes(layout.Coordinates));
        confidences.Stream.Write(MemoryMarshal.AsBytes(layout.Confidences));
        Tally.Add(frame);
    }

    /// <summary>Ends the file and puts it in its place.</summary>
    /// <exception cref="IOException">The disk is full; an older file is untouched.</exception>
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
