using System.Runtime.CompilerServices;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Cameras;

/// <summary>Frames from a camera, through the same ffmpeg child process as those of files.</summary>
/// <remarks>A consumer slower than the camera always gets the latest frame; those between are dropped and counted.</remarks>
/// <param name="config">Which camera, and what to ask of it.</param>
/// <param name="time">The clock of arrival; null for the system's.</param>
public sealed class Camera(CameraConfig config, TimeProvider? time = null)
{
    private readonly TimeProvider time = time ?? TimeProvider.System;
    private long dropped;

    /// <summary>Frames that were never handed out because a later one came before they were asked for.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>
    /// Frames as they arrive, until cancelled: each with its time of arrival from the first frame on, strictly rising. A frame's pixels are
    /// overwritten once the next is asked for. Leaving the loop ends ffmpeg and frees the camera.
    /// </summary>
    /// <exception cref="CameraException">There is no such camera, it may not be used, is busy, or stopped.</exception>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public async IAsyncEnumerable<VideoFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        config.Validate();
        Ffmpeg ffmpeg = config.Ffmpeg ?? Ffmpeg.Find();
        string device = config.Device ?? await FirstAsync(ffmpeg, cancellationToken);
        string[] arguments = CameraArguments.Build(config, device, await ffmpeg.ReadVersionAsync(cancellationToken));
        var task = new CameraTask(device, config.IdleTimeout, time, () => Interlocked.Increment(ref dropped));
        await using var stream = new CameraStream(ffmpeg, arguments, task);
        while (await stream.NextAsync(cancellationToken) is { } frame)
        {
            yield return frame;
        }
    }

    private async Task<string> FirstAsync(Ffmpeg ffmpeg, CancellationToken cancellationToken) =>
        await CameraList.FindAsync(config.System, ffmpeg, cancellationToken) is [var first, ..]
            ? first.Id
            : throw new CameraException("Camera", CameraList.NoneFound, CameraList.Remedy);
}
