using Hasta.Landmarks.IO;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Encoders;

/// <summary>
/// Writes frames to an mp4 (H.264, or MPEG-4 if ffmpeg was built without libx264) at their own times, with an ffmpeg child process. The
/// file is written completely or not at all.
/// </summary>
internal sealed class VideoWriter : IAsyncDisposable
{
    private const string Remedy = "Check that the disk has room and that ffmpeg works, or leave the video out.";

    // At the end the index moves to the front, which rewrites the whole file.
    private static readonly TimeSpan FinalizeTimeout = TimeSpan.FromMinutes(10);

    private readonly string path;
    private readonly TimeSpan idleTimeout;
    private readonly PendingFile file;
    private readonly ErrorTail errors = new();
    private readonly ChildProcess child;

    private VideoWriter(string path, VideoInfo clip, VideoOptions options, string encoder)
    {
        this.path = path;
        idleTimeout = options.IdleTimeout;
        file = new PendingFile(path);
        try
        {
            file.ReleaseToChild();
            child = ChildProcess.StartWithInput(
                ProgramOf(options).Program,
                EncoderArguments.Build(clip, encoder, file.Path),
                errors.Append);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <param name="path">The file to write; it exists only after <see cref="CommitAsync"/>.</param>
    /// <param name="clip">The clip whose frames are written; sets size and rate.</param>
    /// <param name="options">The program, and the maximum time per frame.</param>
    /// <param name="cancellationToken">Kills the child.</param>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    /// <exception cref="IOException">The folder is not writable.</exception>
    public static async Task<VideoWriter> CreateAsync(
        string path,
        VideoInfo clip,
        VideoOptions options,
        CancellationToken cancellationToken = default)
    {
        string encoder = await EncoderList.HasAsync(ProgramOf(options), EncoderArguments.H264, cancellationToken)
            ? EncoderArguments.H264
            : "mpeg4";
        var writer = new VideoWriter(path, clip, options, encoder);
        try
        {
            await writer.SendAsync(MatroskaStream.Header(clip.Width, clip.Height, clip.Rate), cancellationToken);
            return writer;
        }
        catch
        {
            await writer.DisposeAsync();
            throw;
        }
    }

    /// <param name="frame">A frame of the clip's size, later than the previous one.</param>
    /// <param name="cancellationToken">Kills the child.</param>
    /// <exception cref="BadFileException">ffmpeg ended or hangs, for example because the disk is full.</exception>
    public async Task WriteAsync(VideoFrame frame, CancellationToken cancellationToken = default)
    {
        await SendAsync(MatroskaStream.FrameStart(frame.Time, frame.Rgb.Length), cancellationToken);
        await SendAsync(frame.Rgb, cancellationToken);
    }

    /// <summary>Finishes the file and moves it to its path.</summary>
    /// <exception cref="BadFileException">ffmpeg failed or hangs.</exception>
    /// <exception cref="IOException">The disk is full; an older file is untouched.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        child.EndInput();
        if (await ExitAsync(FinalizeTimeout, cancellationToken) != 0)
        {
            throw Bad();
        }

        file.Commit();
    }

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        file.Dispose();
    }

    private static Ffmpeg ProgramOf(VideoOptions options) => options.Ffmpeg ?? Ffmpeg.Find();

    private async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await child.WriteAsync(bytes, idleTimeout, cancellationToken);
        }
        catch (IOException error)
        {
            // The pipe is broken: ffmpeg is exiting and logs the reason.
            await ExitAsync(idleTimeout, cancellationToken);
            throw Bad(error);
        }
        catch (TimeoutException error)
        {
            throw Hung(error);
        }
    }

    private async Task<int> ExitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await child.ExitAsync(limit, cancellationToken);
        }
        catch (TimeoutException error)
        {
            throw Hung(error);
        }
    }

    private BadFileException Hung(TimeoutException error) =>
        new(path, $"ffmpeg hung while writing it ({error.Message}) and was stopped.", Remedy, error);

    private BadFileException Bad(Exception? inner = null) =>
        new(path, $"ffmpeg could not write it ({errors.Summarize(file.Path)}).", Remedy, inner);
}
