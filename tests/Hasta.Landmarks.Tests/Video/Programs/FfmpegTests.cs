using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video.Programs;

public sealed class FfmpegTests : IDisposable
{
    private readonly ClipFolder clips = new();

    public void Dispose() => clips.Dispose();

    [Fact]
    public void The_error_for_a_missing_ffmpeg_names_the_install_command()
    {
        MissingFfmpegException error = Assert.Throws<MissingFfmpegException>(() => Ffmpeg.Find(clips.Path("nowhere"), "/usr/bin"));

        Assert.Contains("ffmpeg was not found in " + clips.Path("nowhere"), error.Message, StringComparison.Ordinal);
        Assert.Contains("Install ffmpeg: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_install_command_is_for_the_first_package_manager_on_the_path()
    {
        Assert.Null(FfmpegInstall.CommandFor(null, isRoot: false));
        clips.Text(OperatingSystem.IsWindows() ? "dnf.exe" : "dnf", "");
        clips.Text(OperatingSystem.IsWindows() ? "zypper.exe" : "zypper", "");
        string path = $"{clips.Path("nowhere")}{Path.PathSeparator}{Path.GetDirectoryName(clips.Path("x"))}";

        Assert.Equal("sudo dnf install -y ffmpeg-free", FfmpegInstall.CommandFor(path, isRoot: false));
        Assert.Equal("dnf install -y ffmpeg-free", FfmpegInstall.CommandFor(path, isRoot: true));
    }

    [Fact]
    public void The_given_folder_takes_precedence_over_the_search_path()
    {
        string extension = OperatingSystem.IsWindows() ? ".exe" : "";
        clips.Text("ffmpeg" + extension, "");
        clips.Text("ffprobe" + extension, "");

        Ffmpeg found = Ffmpeg.Find(Path.GetDirectoryName(clips.Path("x")), Environment.GetEnvironmentVariable("PATH"));

        Assert.Equal(clips.Path("ffmpeg" + extension), found.Program);
        Assert.Equal(clips.Path("ffprobe" + extension), found.Probe);
    }

    [Fact]
    public async Task The_version_is_the_one_that_read_the_header()
    {
        string version = await Ffmpeg.Find().ReadVersionAsync(TestContext.Current.CancellationToken);
        VideoInfo info = await VideoInfo.ReadAsync(clips.Counted("a.mp4", 1), TestContext.Current.CancellationToken);

        Assert.NotEmpty(version);
        Assert.Equal(version, info.FfmpegVersion);
    }

    [Fact]
    public async Task A_program_that_is_not_ffmpeg_is_reported() =>
        await Assert.ThrowsAsync<MissingFfmpegException>(() =>
            clips.Script("echo hello").ReadVersionAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_program_that_does_not_start_is_reported()
    {
        Ffmpeg broken = Ffmpeg.Find() with { Program = clips.Text("not-a-program", "") };

        await Assert.ThrowsAsync<MissingFfmpegException>(() => broken.ReadVersionAsync(TestContext.Current.CancellationToken));
    }
}
