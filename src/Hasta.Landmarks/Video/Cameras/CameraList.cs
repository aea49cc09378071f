using System.Globalization;
using System.Text.RegularExpressions;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Cameras;

/// <summary>Lists the cameras of this machine.</summary>
public static partial class CameraList
{
    /// <summary>The Linux folder with one subfolder per video device.</summary>
    private const string LinuxFolder = "/sys/class/video4linux";

    private const int MaxLines = 1000;

    /// <summary>The message if there is no camera.</summary>
    public const string NoneFound = "no camera was found.";

    /// <summary>The remedy if there is no camera.</summary>
    public const string Remedy = "Plug one in; a container or virtual machine needs access to it (docker run --device /dev/video0).";

    /// <param name="ffmpeg">Null finds it with <see cref="Ffmpeg.Find()"/>; not used on Linux.</param>
    /// <param name="cancellationToken">Also ends ffmpeg.</param>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public static Task<IReadOnlyList<CameraDevice>> FindAsync(Ffmpeg? ffmpeg = null, CancellationToken cancellationToken = default) =>
        FindAsync(new CameraConfig().System, ffmpeg, cancellationToken);

    /// <inheritdoc cref="FindAsync(Ffmpeg, CancellationToken)"/>
    public static async Task<IReadOnlyList<CameraDevice>> FindAsync(
        CameraSystem system,
        Ffmpeg? ffmpeg,
        CancellationToken cancellationToken = default) => system switch
        {
            CameraSystem.V4l2 => OfLinux(LinuxFolder),
            CameraSystem.AvFoundation => OfMac(await ListDevicesAsync("avfoundation", ffmpeg ?? Ffmpeg.Find(), cancellationToken)),
            CameraSystem.DirectShow => OfWindows(await ListDevicesAsync("dshow", ffmpeg ?? Ffmpeg.Find(), cancellationToken)),
            _ => [],
        };

    /// <summary>Nodes with index 0: most cameras have a second node, which delivers no frames.</summary>
    internal static IReadOnlyList<CameraDevice> OfLinux(string folder) => !Directory.Exists(folder)
        ? []
        : [.. from path in Directory.EnumerateDirectories(folder, "video*")
              let number = NodeNumber(path)
              where number is not null && ReadLine(path, "index") is null or "0"
              orderby number
              select new CameraDevice("/dev/" + Path.GetFileName(path), ReadLine(path, "name") ?? Path.GetFileName(path))];

    /// <summary>Parses ffmpeg's list of avfoundation devices, without those that capture the screen.</summary>
    internal static IReadOnlyList<CameraDevice> OfMac(IEnumerable<string> lines) =>
    [
        .. from line in lines.SkipWhile(line => !line.Contains("AVFoundation video devices", StringComparison.Ordinal))
                             .TakeWhile(line => !line.Contains("AVFoundation audio devices", StringComparison.Ordinal))
           let match = MacLine().Match(line)
           where match.Success && !match.Groups[2].Value.StartsWith("Capture screen", StringComparison.Ordinal)
           select new CameraDevice(match.Groups[1].Value, match.Groups[2].Value),
    ];

    /// <summary>
    /// Parses ffmpeg's list of dshow devices: since 5.0 each line has the device's type; older versions group devices under headings.
    /// </summary>
    internal static IReadOnlyList<CameraDevice> OfWindows(IEnumerable<string> lines) =>
    [
        .. from line in lines.TakeWhile(line => !line.Contains("DirectShow audio devices", StringComparison.Ordinal))
           let match = WindowsLine().Match(line)
           where match.Success && match.Groups[2].Value is "" or "video" or "audio, video" or "none"
           select new CameraDevice(match.Groups[1].Value, match.Groups[1].Value),
    ];

    private static async Task<IEnumerable<string>> ListDevicesAsync(string format, Ffmpeg ffmpeg, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        try
        {
            await using ChildProcess child = ChildProcess.Start(
                ffmpeg.Program, ["-hide_banner", "-nostdin", "-f", format, "-list_devices", "true", "-i", "dummy"], Collect);
            await child.ExitAsync(TimeSpan.FromSeconds(10), cancellationToken);
            return lines;
        }
        catch (TimeoutException error)
        {
            throw new CameraException("Cameras", $"ffmpeg did not list them ({error.Message}).", "Plug the camera in again.", error);
        }

        void Collect(string line)
        {
            if (lines.Count < MaxLines)
            {
                lines.Add(line);
            }
        }
    }

    private static int? NodeNumber(string path) =>
        int.TryParse(Path.GetFileName(path.AsSpan())["video".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    private static string? ReadLine(string node, string file) =>
        File.Exists(Path.Combine(node, file)) ? File.ReadLines(Path.Combine(node, file)).FirstOrDefault()?.Trim() : null;

    [GeneratedRegex(@"\] \[(\d+)\] (.+?)\s*$")]
    private static partial Regex MacLine();

    [GeneratedRegex(@"\]\s+""([^""]+)""(?: \(([a-z, ]+)\))?\s*$")]
    private static partial Regex WindowsLine();
}
