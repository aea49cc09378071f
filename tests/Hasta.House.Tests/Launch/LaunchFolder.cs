using System.Diagnostics;
using System.Globalization;
using Hasta.TestKit;

namespace Hasta.House.Tests.Launch;

/// <summary>
/// A copy of <c>./hasta</c> that appears to be built, with its own search path on which dotnet and all installers are stubs.
/// </summary>
internal sealed class LaunchFolder : IDisposable
{
    private const string CommandList = "src/Hasta.Landmarks/Video/Programs/install-ffmpeg.txt";
    private static readonly string[] Programs =
    [
        "bash", "cat", "chmod", "dirname", "env", "find", "head", "mkdir", "mktemp", "readlink", "rm", "tail", "touch",
    ];
    private readonly TempFolder folder = new();
    private readonly string root;

    /// <param name="asRoot">Whether <c>id</c> reports root.</param>
    /// <param name="folderName">Name of the checkout folder; null to use the temporary folder itself.</param>
    public LaunchFolder(bool asRoot = false, string? folderName = null)
    {
        root = folderName is null ? folder.Path : folder.At(folderName);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "./hasta is a shell script.");
        foreach (string program in Programs)
        {
            string path = Path.Combine("/usr/bin", program);
            File.CreateSymbolicLink(Program(program), File.Exists(path) ? path : Path.Combine("/bin", program));
        }

        Write(CommandList, File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, CommandList)));
        File.Copy(Path.Combine(SharedData.RepositoryRoot, "hasta"), At("hasta"));
        Write("node_modules/.package-lock.json");
        Built("torch", "cpu");
        AddStub("dotnet", "shift; echo \"ran $*\"");
        AddStub("id", string.Create(CultureInfo.InvariantCulture, $"echo {(asRoot ? 0 : 1000)}"));
    }

    /// <summary>The user's environment variables.</summary>
    public Dictionary<string, string?> Variables { get; } = [];

    /// <summary>The calls of the installers with their arguments, one per line.</summary>
    public string Calls => File.Exists(folder.At("calls")) ? File.ReadAllText(folder.At("calls")) : "";

    /// <summary>Adds a program to the search path: a shell script that also records its arguments.</summary>
    public void AddStub(string program, string body = "")
    {
        // Written by another process: a file that this process had open may still be "busy" while another test starts a child.
        string log = program is "dotnet" or "id" ? "" : $"echo \"{program} $*\" >>'{folder.At("calls")}'\n";
        string script = $"#!{Program("bash")}\n{log}{body}\n";
        using Process shell = Process.Start(
            "/bin/sh",
            ["-c", "printf '%s' \"$1\" > \"$2\" && chmod +x \"$2\"", "sh", script, Program(program)]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    /// <summary>The body of an installer that adds ffmpeg to the search path.</summary>
    public string Installs =>
        "echo chatter; echo chatter >&2; "
        + $"for p in ffmpeg ffprobe; do echo >'{folder.At("bin")}'/$p; chmod +x '{folder.At("bin")}'/$p; done";

    /// <summary>Writes the file in which a build records its backend.</summary>
    public void Built(string kind, string backend) => Write($"src/Hasta.Cli/bin/Release/net10.0/{kind}-backend", backend);

    public LaunchRun Run(params string[] arguments) => Start(Program("bash"), [At("hasta"), .. arguments]);

    /// <param name="line">A shell command; {0} is the launcher.</param>
    public LaunchRun RunInShell(string line) =>
        Start(Program("bash"), ["-c", string.Format(CultureInfo.InvariantCulture, line, $"bash '{At("hasta")}'")]);

    private LaunchRun Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = folder.At("bin");
        start.Environment.Remove("HASTA_FFMPEG");
        start.Environment.Remove("TorchBackend");
        start.Environment.Remove("OnnxBackend");
        foreach ((string name, string? value) in Variables)
        {
            start.Environment[name] = value;
        }

        using Process hasta = Process.Start(start)!;
        Task<string> error = hasta.StandardError.ReadToEndAsync();
        string output = hasta.StandardOutput.ReadToEnd();
        hasta.WaitForExit();
        return new LaunchRun(hasta.ExitCode, output, error.Result);
    }

    /// <summary>Adds a source file that is newer than the build.</summary>
    public void ChangeSource() => File.SetLastWriteTimeUtc(Write("src/new.cs"), DateTime.UtcNow.AddMinutes(1));

    /// <summary>Simulates a read-only checkout: root may write everywhere, but cannot write to a folder as if it were a file.</summary>
    public void BlockBuild() => Directory.CreateDirectory(At(".build-lock"));

    /// <summary>A full path in the copy.</summary>
    public string At(string name) => Path.Combine(root, name);

    public void Remove(string program) => File.Delete(Program(program));

    public void Dispose() => folder.Dispose();

    private string Write(string name, string text = "") => folder.Write(Path.GetRelativePath(folder.Path, At(name)), text);

    private string Program(string name)
    {
        Directory.CreateDirectory(folder.At("bin"));
        return folder.At("bin", name);
    }
}
