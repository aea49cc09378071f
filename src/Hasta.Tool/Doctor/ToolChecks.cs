using Hasta.Landmarks.Video.Cameras;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Tool.Doctor;

/// <summary>Checks of the .NET SDK, Node.js, ffmpeg, and the cameras that ffmpeg finds.</summary>
internal static class ToolChecks
{
    private const int MinNodeVersion = 20;

    public static async Task<Finding> SdkAsync(CancellationToken cancellationToken)
    {
        (string? version, string problem) = await ProgramProbe.FirstLineAsync("dotnet", "--version", cancellationToken);
        return version is null
            ? new(".NET SDK", FindingState.Bad, problem, "Install the .NET 10 SDK: https://dotnet.microsoft.com/download")
            : new(".NET SDK", FindingState.Good, version);
    }

    public static async Task<Finding> NodeAsync(CancellationToken cancellationToken)
    {
        (string? version, string problem) = await ProgramProbe.FirstLineAsync("node", "--version", cancellationToken);
        bool recent = version is not null && int.TryParse(version.TrimStart('v').Split('.')[0], out int major) && major >= MinNodeVersion;
        return recent
            ? new("Node.js", FindingState.Good, version!)
            : new(
                "Node.js",
                FindingState.Note,
                version ?? problem,
                $"The build needs Node.js {MinNodeVersion}+ to fetch the landmark models: https://nodejs.org");
    }

    public static async Task<Finding> FfmpegAsync(CancellationToken cancellationToken)
    {
        try
        {
            Ffmpeg ffmpeg = Ffmpeg.Find();
            return new("ffmpeg", FindingState.Good, $"{await ffmpeg.ReadVersionAsync(cancellationToken)} ({ffmpeg.Program})");
        }
        catch (MissingFfmpegException error)
        {
            return new("ffmpeg", FindingState.Bad, "not usable", error.Message);
        }
    }

    public static async Task<Finding> CamerasAsync(CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<CameraDevice> cameras = await CameraList.FindAsync(cancellationToken: cancellationToken);
            return cameras.Count > 0
                ? new("Cameras", FindingState.Good, string.Join(", ", cameras.Select(camera => camera.Name)))
                : new("Cameras", FindingState.Note, CameraList.NoneFound, CameraList.Remedy);
        }
        catch (Exception error) when (error is MissingFfmpegException or CameraException)
        {
            return new("Cameras", FindingState.Note, "unknown", error.Message);
        }
    }
}
