using System.Collections.Concurrent;
using System.Threading.Channels;
using Hasta.Landmarks.Video.Damage;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Cameras;

/// <summary>
/// One running camera. A pump reads every frame from the pipe immediately, so that frames do not age there; only the latest is kept.
/// </summary>
internal sealed class CameraStream : IAsyncDisposable
{
    private readonly string device;
    private readonly TimeSpan idleTimeout;
    private readonly ChildProcess child;
    private readonly DecoderLog log = new(new FrameStamps());
    private readonly CameraClock clock;
    private readonly Channel<CapturedFrame> latest;
    private readonly ConcurrentBag<byte[]> freeBuffers = [];
    private readonly Task pump;
    private FrameStamp first;
    private int frames;
    private byte[]? lent;

    public CameraStream(Ffmpeg ffmpeg, string[] arguments, CameraStreamOptions task)
    {
        (device, idleTimeout) = (task.Device, task.IdleTimeout);
        clock = new CameraClock(task.Time);
        latest = Channel.CreateBounded<CapturedFrame>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleWriter = true },
            dropped =>
            {
                freeBuffers.Add(dropped.Rgb);
                task.OnDropped();
            });
        child = ChildProcess.Start(ffmpeg.Program, arguments, log.Process);
        pump = Task.Run(PumpAsync);
    }

    /// <summary>Waits for the latest frame that was not yet returned; null if the source ended without an error.</summary>
    /// <exception cref="CameraException">The camera delivered no frame or stopped.</exception>
    public async Task<VideoFrame?> NextAsync(CancellationToken cancellationToken)
    {
        if (lent is not null)
        {
            freeBuffers.Add(lent);
            lent = null;
        }

        if (!await latest.Reader.WaitToReadAsync(cancellationToken))
        {
            return null;
        }

        // The pump replaces the waiting frame in one step, so a frame is available after the wait.
        CapturedFrame picture = await latest.Reader.ReadAsync(cancellationToken);
        lent = picture.Rgb;
        return picture.ToFrame();
    }

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        await pump;
    }

    private async Task PumpAsync()
    {
        try
        {
            while (await ReadAsync() is { } picture)
            {
                frames++;
                latest.Writer.TryWrite(picture);
            }

            latest.Writer.Complete(await FailureAsync());
        }
        catch (TimeoutException error)
        {
            string problem = $"this camera delivered no frame for {idleTimeout.TotalSeconds:0.#} s.";
            latest.Writer.Complete(new CameraException(device, problem, "Plug it in again.", error));
        }
        catch (Exception error)
        {
            latest.Writer.Complete(error);
        }
    }

    // ffmpeg writes the frame's stamp, which has the size, before the frame's first byte; fewer bytes mean the end.
    private async Task<CapturedFrame?> ReadAsync()
    {
        byte[] one = new byte[1];
        if (await child.ReadAsync(one, idleTimeout, CancellationToken.None) == 0)
        {
            return null;
        }

        FrameStamp stamp = await child.RunWithTimeoutAsync(log.Stamps.NextAsync, idleTimeout, CancellationToken.None);
        TimeSpan time = clock.Next(stamp.Time);
        byte[] rgb = BufferFor(stamp);
        rgb[0] = one[0];
        int read = await child.ReadAsync(rgb.AsMemory(1), idleTimeout, CancellationToken.None);
        return read == rgb.Length - 1 ? new CapturedFrame(time, stamp, rgb) : null;
    }

    private byte[] BufferFor(FrameStamp stamp)
    {
        first = frames == 0 ? stamp : first;
        if ((stamp.Width, stamp.Height) != (first.Width, first.Height)
            || stamp.Width > VideoInfo.MaxSide || stamp.Height > VideoInfo.MaxSide)
        {
            throw new CameraException(
                device, $"this camera delivers frames of {stamp.Width}x{stamp.Height} pixels.", "Request another size.");
        }

        return freeBuffers.TryTake(out byte[]? buffer) ? buffer : new byte[3 * stamp.Width * stamp.Height];
    }

    private async Task<CameraException?> FailureAsync()
    {
        int exitCode = await child.ExitAsync(idleTimeout, CancellationToken.None);
        return exitCode == 0 && frames > 0 && log.Errors.IsEmpty ? null : CameraProblem.Explain(device, log.Errors, frames);
    }
}
