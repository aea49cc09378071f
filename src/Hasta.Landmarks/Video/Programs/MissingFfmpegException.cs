namespace Hasta.Landmarks.Video.Programs;

/// <summary>ffmpeg or ffprobe is not installed or does not start; the message holds the one command to run.</summary>
public sealed class MissingFfmpegException : HastaException
{
    public MissingFfmpegException(string problem, Exception? inner = null)
        : base($"{problem} Install ffmpeg: {FfmpegInstall.Command} (or name its folder in {Ffmpeg.FolderVariable}).", inner)
    {
    }
}
