namespace Hasta.Landmarks.Video.Programs;

/// <summary>ffmpeg or ffprobe is not installed or does not start; the message contains the install command.</summary>
public sealed class MissingFfmpegException : HastaException
{
    public MissingFfmpegException(string problem, Exception? inner = null)
        : base($"{problem} Install ffmpeg: {FfmpegInstall.Command} (or set {Ffmpeg.FolderVariable} to its folder).", inner)
    {
    }
}
