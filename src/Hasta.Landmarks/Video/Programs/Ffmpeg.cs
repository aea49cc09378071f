namespace Hasta.Landmarks.Video.Programs;

/// <summary>The paths of ffmpeg and ffprobe, version 4.4 or later.</summary>
/// <param name="Program">Path of ffmpeg.</param>
/// <param name="Probe">Path of ffprobe.</param>
public sealed record Ffmpeg(string Program, string Probe)
{
    /// <summary>The environment variable for the folder of both programs; if it is not set, PATH is searched.</summary>
    public const string FolderVariable = "HASTA_FFMPEG";

    /// <exception cref="MissingFfmpegException">Either program is not found.</exception>
    public static Ffmpeg Find() =>
        Find(Environment.GetEnvironmentVariable(FolderVariable), Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Searches only <paramref name="folder"/> if it is given, otherwise the folders of <paramref name="searchPath"/>.</summary>
    /// <exception cref="MissingFfmpegException">Either program is not found.</exception>
    public static Ffmpeg Find(string? folder, string? searchPath)
    {
        string[] folders = string.IsNullOrEmpty(folder) ? (searchPath ?? "").Split(Path.PathSeparator) : [folder];
        return new Ffmpeg(Locate("ffmpeg", folders), Locate("ffprobe", folders));
    }

    /// <summary>The version as ffmpeg prints it, such as <c>5.1.9-0+deb12u1</c>.</summary>
    /// <exception cref="MissingFfmpegException">The program does not start or does not answer.</exception>
    public async Task<string> ReadVersionAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await using ChildProcess child = ChildProcess.Start(Program, ["-version"], _ => { });
            string[] words = (await child.ReadTextAsync(TimeSpan.FromSeconds(10), 64 << 10, cancellationToken)).Split(' ', 4);
            return words is ["ffmpeg", "version", var version, _]
                ? version
                : throw new MissingFfmpegException($"{Program} does not answer as ffmpeg does.");
        }
        catch (TimeoutException error)
        {
            throw new MissingFfmpegException($"{Program} does not answer: {error.Message}.", error);
        }
    }

    private static string Locate(string name, string[] folders)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists)
            ?? throw new MissingFfmpegException($"{name} was not found in {(folders.Length == 1 ? folders[0] : "PATH")}.");
    }
}
