using System.Collections.Concurrent;
using System.Threading.Channels;
using Hasta.Landmarks.Video.Damage;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Cameras;

/// <summary>One running camera. A pump takes every frame off the pipe at once, so that nothing grows old in it; only the latest waits.</summary>
internal sealed class CameraStream : IAsyncDisposable
{
    private readonly string device;
    private readonly TimeSpan idleTimeout;
    private readonly ChildProcess child;
    private readonly DecoderLog log = new(new FrameStamps());
    private readonly CameraClock clock;
    private readonly Channel<CameraPicture> latest;
    private readonly ConcurrentBag<byte[]> spare = [];
    private readonly Task pump;
    private FrameStamp first;
    private int frames;
    private byte[]? lent;

    public CameraStream(Ffmpeg ffmpeg, string[] arguments, CameraTask task)
    {
        (device, idleTimeout) = (task.Device, task.IdleTimeout);
        clock = new CameraClock(task.Time);
        latest = Channel.CreateBounded<CameraPicture>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleWriter = true },
            dropped =>
            {
                spare.Add(dropped.Rgb);
                task.OnDropped();
            });
        child = ChildProcess.Start(ffmpeg.Program, arguments, log.Hear);
        pump = Task.Run(PumpAsync);
    }

    /// <summary>The latest frame, once there is one that was not yet handed out; null where the source ended well.</summary>
    /// <exception cref="CameraException">The camera gave no frame or stopped.</exception>
    public async Task<VideoFrame?> NextAsync(CancellationToken cancellationToken)
    {
        if (lent is not null)
        {
            spare.Add(lent);
            lent = null;
        }

        if (!await latest.Reader.WaitToReadAsync(cancellationToken))
        {
            return null;
        }

        // The pump replaces a waiting frame by a later one in one step: what was there to wait for is there to read.
        CameraPicture picture = await latest.Reader.ReadAsync(cancellationToken);
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
            latest.Writer.Complete(new CameraException(device, $"this camera gave no frame for {idleTimeout.TotalSeconds:0.#} s.", "Plug it in again.", error));
        }
        catch (Exception error)
        {
            latest.Writer.Complete(error);
        }
    }

    // The first byte comes after the frame's stamp was written, which tells the size; fewer bytes are the end.
    private async Task<CameraPicture?> ReadAsync()
    {
        byte[] one = new byte[1];
        if (await child.ReadAsync(one, idleTimeout, CancellationToken.None) == 0)
        {
            return null;
        }

        FrameStamp stamp = await child.WithinAsync(log.Stamps.NextAsync, idleTimeout, CancellationToken.None);
        TimeSpan time = clock.Next(stamp.Time);
        byte[] rgb = BufferFor(stamp);
        rgb[0] = one[0];
        int read = await child.ReadAsync(rgb.AsMemory(1), idleTimeout, CancellationToken.None);
        return read == rgb.Length - 1 ? new CameraPicture(time, stamp, rgb) : null;
    }

    private byte[] BufferFor(FrameStamp stamp)
    {
        first = frames == 0 ? stamp : first;
        if ((stamp.Width, stamp.Height) != (first.Width, first.Height) || stamp.Width > VideoInfo.MaxSide || stamp.Height > VideoInfo.MaxSide)
        {
            throw new CameraException(device, $"this camera gives pictures of {stamp.Width}x{stamp.Height} pixels.", "Ask for another size.");
        }

        return spare.TryTake(out byte[]? buffer) ? buffer : new byte[3 * stamp.Width * stamp.Height];
    }

    private async Task<CameraException?> FailureAsync()
    {
        int exitCode = await child.ExitAsync(idleTimeout, CancellationToken.None);
        return exitCode == 0 && frames > 0 && log.Words.IsEmpty ? null : CameraProblem.Explain(device, log.Words, frames);
    }
}
