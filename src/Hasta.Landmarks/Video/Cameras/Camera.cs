using System.Runtime.CompilerServices;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Cameras;

/// <summary>Reads frames from a camera with the same ffmpeg child process that decodes files.</summary>
/// <remarks>A consumer slower than the camera always gets the latest frame; the frames between are dropped and counted.</remarks>
/// <param name="config">Which camera to open, and the settings to request.</param>
/// <param name="time">The clock for arrival times; null for the system clock.</param>
public sealed class Camera(CameraConfig config, TimeProvider? time = null)
{
    private readonly TimeProvider time = time ?? TimeProvider.System;
    private long dropped;

    /// <summary>Frames that were never returned because a later frame arrived before they were requested.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>
    /// Returns frames as they arrive, until cancelled. Times are arrival times relative to the first frame, strictly increasing. A frame's
    /// pixels are overwritten when the next frame is requested. Leaving the loop ends ffmpeg and releases the camera.
    /// </summary>
    /// <exception cref="CameraException">The camera does not exist, access is denied, it is busy, or it stopped.</exception>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public async IAsyncEnumerable<VideoFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        config.Validate();
        Ffmpeg ffmpeg = config.Ffmpeg ?? Ffmpeg.Find();
        string device = config.Device ?? await FirstDeviceAsync(ffmpeg, cancellationToken);
        string[] arguments = CameraArguments.Build(config, device, await ffmpeg.ReadVersionAsync(cancellationToken));
        var task = new CameraStreamOptions(device, config.IdleTimeout, time, () => Interlocked.Increment(ref dropped));
        await using var stream = new CameraStream(ffmpeg, arguments, task);
        while (await stream.NextAsync(cancellationToken) is { } frame)
        {
            yield return frame;
        }
    }

    private async Task<string> FirstDeviceAsync(Ffmpeg ffmpeg, CancellationToken cancellationToken) =>
        await CameraList.FindAsync(config.System, ffmpeg, cancellationToken) is [var first, ..]
            ? first.Id
            : throw new CameraException("Camera", CameraList.NoneFound, CameraList.Remedy);
}
