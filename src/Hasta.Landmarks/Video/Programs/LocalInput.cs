using System.Globalization;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Video.Programs;

/// <summary>The ffmpeg options that keep a hostile clip from opening other files or network addresses.</summary>
internal static class LocalInput
{
    // Containers that contain their own video: no playlists, scripts, image patterns or other lists of files.
    private const string Containers = "mov,matroska,avi,mpeg,mpegts,flv,asf,ogg,mjpeg,h264,hevc,m4v,mpegvideo,gif";

    // Bounds the decoder's memory, also if the frame size grows midway.
    private static readonly string MaxPixels = (VideoInfo.MaxSide * VideoInfo.MaxSide).ToString(CultureInfo.InvariantCulture);

    public static string[] Arguments(string fullPath) =>
        ["-max_pixels", MaxPixels, "-protocol_whitelist", "file,pipe", "-format_whitelist", Containers, "-i", "file:" + fullPath];

    /// <exception cref="BadFileException">The file is missing, empty or a pipe.</exception>
    public static void Check(string fullPath)
    {
        FileInfo file = InputFile.Find(fullPath);
        if (!file.Exists)
        {
            throw new BadFileException(fullPath, "this clip is missing.", "Check the path.");
        }

        InputFile.RejectNonFile(fullPath);
        if (file.Length == 0)
        {
            throw new BadFileException(fullPath, "this clip is empty (0 bytes).", "Copy or record it again.");
        }
    }
}
