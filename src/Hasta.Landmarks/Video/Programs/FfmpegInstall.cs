namespace Hasta.Landmarks.Video.Programs;

/// <summary>The command that installs ffmpeg on this system; <c>./hasta</c> reads the same list of commands.</summary>
internal static class FfmpegInstall
{
    private const string AsRoot = "sudo ";

    /// <summary>One command per line; the first whose program exists is used.</summary>
    public static string Commands { get; } = ReadCommands();

    public static string Command =>
        CommandFor(Environment.GetEnvironmentVariable("PATH"), Environment.IsPrivilegedProcess) ?? "with your package manager";

    /// <returns>Null if <paramref name="searchPath"/> contains none of the programs.</returns>
    public static string? CommandFor(string? searchPath, bool isRoot)
    {
        string[] folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string? command = Commands.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(line => Exists(ProgramOf(line), folders));
        return isRoot && command?.StartsWith(AsRoot, StringComparison.Ordinal) == true ? command[AsRoot.Length..] : command;
    }

    private static string ProgramOf(string command) => command.Split(' ').First(word => word != AsRoot.Trim());

    private static bool Exists(string program, string[] folders)
    {
        string file = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return folders.Any(folder => File.Exists(Path.Combine(folder, file)));
    }

    private static string ReadCommands()
    {
        using Stream list = typeof(FfmpegInstall).Assembly.GetManifestResourceStream("install-ffmpeg.txt")!;
        using var reader = new StreamReader(list);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
