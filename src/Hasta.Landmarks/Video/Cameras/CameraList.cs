using System.Globalization;
using System.Text.RegularExpressions;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Cameras;

/// <summary>The cameras of this machine.</summary>
public static partial class CameraList
{
    /// <summary>Where Linux keeps them, one folder each.</summary>
    private const string LinuxFolder = "/sys/class/video4linux";

    private const int MaxLines = 1000;

    /// <summary>What to say where there is none.</summary>
    public const string NoneFound = "no camera was found.";

    /// <summary>What to do where there is none.</summary>
    public const string Remedy = "Plug one in; a container or virtual machine must be given it (docker run --device /dev/video0).";

    /// <param name="ffmpeg">Null finds it with <see cref="Ffmpeg.Find()"/>; Linux needs none.</param>
    /// <param name="cancellationToken">Ends ffmpeg too.</param>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public static Task<IReadOnlyList<CameraDevice>> FindAsync(Ffmpeg? ffmpeg = null, CancellationToken cancellationToken = default) =>
        FindAsync(new CameraConfig().System, ffmpeg, cancellationToken);

    /// <inheritdoc cref="FindAsync(Ffmpeg, CancellationToken)"/>
    public static async Task<IReadOnlyList<CameraDevice>> FindAsync(CameraSystem system, Ffmpeg? ffmpeg, CancellationToken cancellationToken = default) => system switch
    {
        CameraSystem.V4l2 => OfLinux(LinuxFolder),
        CameraSystem.AvFoundation => OfMac(await AskAsync("avfoundation", ffmpeg ?? Ffmpeg.Find(), cancellationToken)),
        CameraSystem.DirectShow => OfWindows(await AskAsync("dshow", ffmpeg ?? Ffmpeg.Find(), cancellationToken)),
        _ => [],
    };

    /// <summary>Nodes of index 0: most cameras have a second one, which gives no pictures.</summary>
    internal static IReadOnlyList<CameraDevice> OfLinux(string folder) => !Directory.Exists(folder)
        ? []
        : [.. from path in Directory.EnumerateDirectories(folder, "video*")
              let number = NodeNumber(path)
              where number is not null && ReadLine(path, "index") is null or "0"
              orderby number
              select new CameraDevice("/dev/" + Path.GetFileName(path), ReadLine(path, "name") ?? Path.GetFileName(path))];

    /// <summary>ffmpeg's list of avfoundation devices, without those that capture the screen.</summary>
    internal static IReadOnlyList<CameraDevice> OfMac(IEnumerable<string> lines) =>
    [
        .. from line in lines.SkipWhile(line => !line.Contains("AVFoundation video devices", StringComparison.Ordinal))
                             .TakeWhile(line => !line.Contains("AVFoundation audio devices", StringComparison.Ordinal))
           let match = MacLine().Match(line)
           where match.Success && !match.Groups[2].Value.StartsWith("Capture screen", StringComparison.Ordinal)
           select new CameraDevice(match.Groups[1].Value, match.Groups[2].Value),
    ];

    /// <summary>ffmpeg's list of dshow devices, in its form since 5.0, where each says what it is, or the older one, under headings.</summary>
    internal static IReadOnlyList<CameraDevice> OfWindows(IEnumerable<string> lines) =>
    [
        .. from line in lines.TakeWhile(line => !line.Contains("DirectShow audio devices", StringComparison.Ordinal))
           let match = WindowsLine().Match(line)
           where match.Success && match.Groups[2].Value is "" or "video" or "audio, video" or "none"
           select new CameraDevice(match.Groups[1].Value, match.Groups[1].Value),
    ];

    private static async Task<IEnumerable<string>> AskAsync(string format, Ffmpeg ffmpeg, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        try
        {
            await using ChildProcess child = ChildProcess.Start(ffmpeg.Program, ["-hide_banner", "-nostdin", "-f", format, "-list_devices", "true", "-i", "dummy"], Hear);
            await child.ExitAsync(TimeSpan.FromSeconds(10), cancellationToken);
            return lines;
        }
        catch (TimeoutException error)
        {
            throw new CameraException("Cameras", $"ffmpeg does not list them ({error.Message}).", "Plug the camera in again.", error);
        }

        void Hear(string line)
        {
            if (lines.Count < MaxLines)
            {
                lines.Add(line);
            }
        }
    }

    private static int? NodeNumber(string path) =>
        int.TryParse(Path.GetFileName(path.AsSpan())["video".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static string? ReadLine(string node, string fact) =>
        File.Exists(Path.Combine(node, fact)) ? File.ReadLines(Path.Combine(node, fact)).FirstOrDefault()?.Trim() : null;

    [GeneratedRegex(@"\] \[(\d+)\] (.+?)\s*$")]
    private static partial Regex MacLine();

    [GeneratedRegex(@"\]\s+""([^""]+)""(?: \(([a-z, ]+)\))?\s*$")]
    private static partial Regex WindowsLine();
}
