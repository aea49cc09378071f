using System.Globalization;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Video.Programs;

/// <summary>ffmpeg's options that keep a hostile clip from opening anything but itself.</summary>
internal static class LocalInput
{
    // Containers that hold their own pictures: no playlists, scripts, image patterns or other lists of files.
    private const string Containers = "mov,matroska,avi,mpeg,mpegts,flv,asf,ogg,mjpeg,h264,hevc,m4v,mpegvideo,gif";

    // The decoder's memory is bounded too, also where the size grows midway.
    private static readonly string MaxPixels = (VideoInfo.MaxSide * VideoInfo.MaxSide).ToString(CultureInfo.InvariantCulture);

    public static string[] Arguments(string fullPath) =>
        ["-max_pixels", MaxPixels, "-protocol_whitelist", "file,pipe", "-format_whitelist", Containers, "-i", "file:" + fullPath];

    /// <exception cref="BadFileException">There is no such file, it holds nothing or is a pipe.</exception>
    public static void Check(string fullPath)
    {
        FileInfo file = InputFile.Find(fullPath);
        if (!file.Exists)
        {
            throw new BadFileException(fullPath, "this clip is missing.", "Check the path.");
        }

        InputFile.RejectPipe(fullPath);
        if (file.Length == 0)
        {
            throw new BadFileException(fullPath, "this clip is empty (0 bytes).", "Copy or record it again.");
        }
    }
}
