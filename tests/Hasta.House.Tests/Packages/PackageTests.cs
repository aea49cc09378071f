using System.Diagnostics;
using Hasta.Landmarks.Video.Programs;
using Hasta.TestKit;

namespace Hasta.House.Tests.Packages;

/// <summary>
/// The release check: packs this checkout, then runs the samples with the packages in an empty folder, and the installed tool, each on a
/// real clip.
/// </summary>
[Trait("speed", "slow")]
public sealed class PackageTests : IDisposable
{
    private static readonly string[] Projects =
    [
        "src/Hasta.Landmarks",
        "src/Hasta.Recognition",
        "packages/Hasta.Landmarks.Models",
        "packages/Hasta.Models.IslWords",
        "src/Hasta.Tool",
    ];

    private readonly TempFolder folder = new();
    private readonly string version = $"0.1.0-test.{Environment.ProcessId}";

    private static string Clip => SharedData.Path("asl24-videos", "eat", "6.mp4");

    private string Feed => folder.At("feed");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Packages_of_this_checkout_run_the_samples_and_the_tool_in_an_empty_folder()
    {
        foreach (string project in Projects)
        {
            await DotnetAsync(
                "pack", Path.Combine(SharedData.RepositoryRoot, project), "-c", "Release", "-o", Feed,
                "--artifacts-path", folder.At("artifacts"), $"-p:Version={version}", "-v", "quiet");
        }

        folder.Write(
            "nuget.config",
            $"""<configuration><packageSources><add key="hasta" value="{Feed}" /></packageSources></configuration>""");
        Assert.Matches(@"^(unsure: .+|[A-Z][\w ]+ \d+ %)$", await RunSampleAsync("RecognizeClip"));
        string[] frames = (await RunSampleAsync("ReadLandmarks")).Split('\n');
        Assert.Equal(38, frames.Length);
        Assert.All(frames, frame => Assert.Contains("nose at", frame, StringComparison.Ordinal));

        await DotnetAsync("tool", "install", "Hasta.Tool", "--tool-path", folder.At("tools"), "--add-source", Feed, "--version", version);
        Assert.Contains(
            "6.mp4",
            await ProcessAsync(Path.Combine(folder.At("tools"), "hasta"), "recognize", Clip),
            StringComparison.Ordinal);
        Assert.True(new FileInfo(Directory.GetFiles(Feed, "Hasta.Tool.*").Single()).Length < 150 << 20);
    }

    private async Task<string> RunSampleAsync(string name)
    {
        string samples = Path.Combine(SharedData.RepositoryRoot, "samples");
        foreach (string file in Directory.GetFiles(Path.Combine(samples, name)).Concat(Directory.GetFiles(samples)))
        {
            string target = folder.At("samples", Path.GetRelativePath(samples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        // Reuses what is cached already, and leaves nothing of this version behind.
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string project = folder.At("samples", name);
        await DotnetAsync(
            "build", project, "-c", "Release", "-v", "quiet", $"-p:HastaVersion={version}",
            $"-p:RestorePackagesPath={folder.At("packages")}", $"-p:RestoreFallbackFolders={cache}");
        return await ProcessAsync("dotnet", Path.Combine(project, "bin", "Release", "net10.0", $"{name}.dll"), Clip);
    }

    private Task<string> DotnetAsync(params string[] arguments) => ProcessAsync("dotnet", arguments);

    private async Task<string> ProcessAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        start.Environment["PATH"] =
            $"{Path.GetDirectoryName(Ffmpeg.Find().Program)}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {output}{await error}");
        return output.TrimEnd();
    }
}
