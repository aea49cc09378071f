using System.Diagnostics;

namespace Hasta.Landmarks.Video.Programs;

/// <summary>
/// Limits the memory of a program that reads files of strangers, so that none can exhaust the computer. On Linux by prlimit of util-linux;
/// elsewhere only the picture size is limited (<see cref="LocalInput"/>).
/// </summary>
internal static class MemoryLimit
{
    /// <summary>Address space: the largest pictures that are accepted, with a decoder's reference frames, need half of it.</summary>
    public const long Bytes = 4L << 30;

    private static readonly string? Prlimit = OperatingSystem.IsLinux() ? FindInPath("prlimit") : null;

    /// <summary>How to start a program with the limit.</summary>
    public static ProcessStartInfo Apply(string program, IEnumerable<string> arguments) => Prlimit is not null && File.Exists(program)
        ? new ProcessStartInfo(Prlimit, [$"--as={Bytes}", "--core=0", "--", program, .. arguments])
        : new ProcessStartInfo(program, arguments);

    private static string? FindInPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
