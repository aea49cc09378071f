using System.Security.Cryptography;
using Hasta.Landmarks.Text;
using Hasta.Landmarks.Video.Damage;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video;

/// <summary>One running decoder: returns its frames in two buffers by turns and checks how it ended.</summary>
internal sealed class FrameStream : IAsyncDisposable
{
    private readonly VideoInfo info;
    private readonly VideoOptions options;
    private readonly ChildProcess child;
    private readonly int width;
    private readonly int height;
    private readonly byte[][] buffers;
    private readonly DamageSigns damage;
    private readonly DecoderLog log;
    private readonly FrameClock clock;
    private int frames;

    public FrameStream(VideoInfo info, VideoOptions options)
    {
        this.info = info;
        this.options = options;
        clock = new FrameClock(info.Rate);
        damage = new DamageSigns(info.Path, info.Format);
        string stampFilter = $"showinfo@{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        log = new DecoderLog(new FrameStamps(stampFilter), damage);
        (width, height) = options.FrameSizeOf(info);
        buffers = [new byte[width * height * 3], new byte[width * height * 3]];
        Ffmpeg ffmpeg = options.Ffmpeg ?? Ffmpeg.Find();
        child = ChildProcess.StartLimited(ffmpeg.Program, DecoderArguments.Build(info, options, stampFilter), log.Process);
    }

    /// <summary>Returns the next frame; null after the last frame of an undamaged clip.</summary>
    /// <exception cref="BadFileException">The clip is damaged, has no frame, or the decoder hangs.</exception>
    public async Task<VideoFrame?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            byte[] buffer = buffers[frames % buffers.Length];
            int read = await child.ReadAsync(buffer, options.IdleTimeout, cancellationToken);
            if (read < buffer.Length)
            {
                CheckEnd(await child.ExitAsync(options.IdleTimeout, cancellationToken), isPartial: read > 0);
                return null;
            }

            FrameStamp stamp = await child.RunWithTimeoutAsync(log.Stamps.NextAsync, options.IdleTimeout, cancellationToken);
            frames++;
            return new VideoFrame(clock.Next(stamp.Time), width, height, buffer);
        }
        catch (TimeoutException error)
        {
            throw Bad($"decoding hung after {CountText.Of(frames, "frame")} ({error.Message}) and was stopped.", error);
        }
    }

    public ValueTask DisposeAsync() => child.DisposeAsync();

    private void CheckEnd(int exitCode, bool isPartial)
    {
        if (frames == 0)
        {
            throw Bad($"no frame could be decoded ({log.Errors.Summarize(info.Path)}).");
        }

        if (options.KeepDamaged)
        {
            return;
        }

        if (exitCode != 0 || isPartial || damage.Any)
        {
            throw Bad($"the clip is damaged after {CountText.Of(frames, "frame")} ({log.Errors.Summarize(info.Path)}).");
        }

        if (info.DeclaredEnd?.ProblemOf(clock, frames) is { } problem)
        {
            throw Bad($"the clip is damaged: {problem}.");
        }
    }

    private BadFileException Bad(string problem, Exception? inner = null) =>
        new(info.Path, problem, "Copy or record it again, or convert it to mp4.", inner);
}
