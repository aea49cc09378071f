namespace Hasta.Video;

/// <summary>ffmpeg or ffprobe is not installed or does not start; the message holds the one command to run.</summary>
public sealed class MissingFfmpegException : HastaException
{
    public MissingFfmpegException(string problem, Exception? inner = null)
        : base($"{problem} Install ffmpeg: {InstallCommand} (or name its folder in {Ffmpeg.FolderVariable}).", inner)
    {
    }

    private static string InstallCommand =>
        OperatingSystem.IsWindows() ? "winget install Gyan.FFmpeg"
        : OperatingSystem.IsMacOS() ? "brew install ffmpeg"
        : File.Exists("/usr/bin/dnf") ? "sudo dnf install ffmpeg"
        : File.Exists("/usr/bin/pacman") ? "sudo pacman -S ffmpeg"
        : "sudo apt-get install -y ffmpeg";
}
