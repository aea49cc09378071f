using Hasta.TestKit;

namespace Hasta.House.Tests.Launch;

/// <summary>What <c>./hasta</c> does before it starts the program: ffmpeg, the SDK and the build.</summary>
[Trait("speed", "slow")]
public sealed class LaunchScriptTests
{
    [Fact]
    public void With_ffmpeg_present_nothing_is_printed_or_installed()
    {
        using var launch = new LaunchFolder(asRoot: true);
        launch.AddStub("ffmpeg");
        launch.AddStub("ffprobe");
        launch.AddStub("apt-get");

        Assert.Equal(new LaunchRun(0, "ran train data\n", ""), launch.Run("train", "data"));
        Assert.Equal("", launch.Calls);
    }

    [Theory]
    [InlineData("torch", "TorchBackend")]
    [InlineData("onnx", "OnnxBackend")]
    public void A_requested_backend_is_built_once_and_kept(string kind, string variable)
    {
        using var launch = new LaunchFolder(asRoot: true);
        launch.AddStub("ffmpeg");
        launch.AddStub("ffprobe");
        launch.Variables[variable] = "cuda-linux";

        Assert.Equal(new LaunchRun(0, "ran train\n", "hasta: the source has changed: building it ...\n"), launch.Run("train"));
        launch.Built(kind, "cuda-linux");
        Assert.Equal(new LaunchRun(0, "ran train\n", ""), launch.Run("train"));
        launch.Variables.Clear();
        Assert.Equal(new LaunchRun(0, "ran train\n", ""), launch.Run("train"));
        launch.Variables[variable] = "cpu";
        Assert.Contains("building", launch.Run("train").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void As_root_apt_installs_ffmpeg_and_standard_output_stays_clean()
    {
        using var launch = new LaunchFolder(asRoot: true);
        launch.AddStub("apt-get", launch.Installs);

        Assert.Equal(
            new LaunchRun(0, "ran prepare\n", "hasta: videos need ffmpeg: installing it (apt-get install -y ffmpeg) ...\n"),
            launch.Run("prepare"));
        Assert.Contains(" update\n", launch.Calls, StringComparison.Ordinal);
        Assert.Contains(" install -y ffmpeg\n", launch.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public void Brew_installs_ffmpeg()
    {
        using var launch = new LaunchFolder();
        launch.AddStub("brew", launch.Installs);

        Assert.Equal("ran prepare\n", launch.Run("prepare").Out);
        Assert.Equal("brew install ffmpeg\n", launch.Calls);
    }

    [Fact]
    public void A_failed_install_is_a_warning_with_the_command_and_is_not_retried_at_once()
    {
        using var launch = new LaunchFolder(asRoot: true);
        launch.AddStub("apt-get", "echo 'E: no network' >&2; exit 100");

        LaunchRun first = launch.Run("train", "data");
        string calls = launch.Calls;
        LaunchRun second = launch.Run("train", "data");

        Assert.Equal((0, "ran train data\n"), (first.ExitCode, first.Out));
        Assert.Contains("hasta: ffmpeg could not be installed: E: no network\n", first.Error, StringComparison.Ordinal);
        Assert.EndsWith("hasta: videos need ffmpeg: run  apt-get install -y ffmpeg\n", first.Error, StringComparison.Ordinal);
        Assert.Equal(new LaunchRun(0, "ran train data\n", "hasta: videos need ffmpeg: run  apt-get install -y ffmpeg\n"), second);
        Assert.Equal(calls, launch.Calls);
    }

    [Fact]
    public void An_install_without_effect_counts_as_failed()
    {
        using var launch = new LaunchFolder(asRoot: true);
        launch.AddStub("apt-get");

        Assert.Contains("videos need ffmpeg: run ", launch.Run("train").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apt-get", "sudo apt-get install -y ffmpeg")]
    [InlineData("dnf", "sudo dnf install -y ffmpeg-free")]
    [InlineData("pacman", "sudo pacman -S --noconfirm ffmpeg")]
    [InlineData("zypper", "sudo zypper install -y ffmpeg")]
    [InlineData("none", "your package manager to install ffmpeg")]
    public void Without_permission_to_install_the_command_is_printed(string installer, string command)
    {
        using var launch = new LaunchFolder();
        launch.AddStub(installer);

        Assert.Equal(new LaunchRun(0, "ran doctor\n", $"hasta: videos need ffmpeg: run  {command}\n"), launch.Run("doctor"));
        Assert.Equal("", launch.Calls);
    }

    [Fact]
    public void A_stale_read_only_checkout_is_an_error()
    {
        using LaunchFolder launch = WithFfmpeg();
        launch.ChangeSource();
        launch.BlockBuild();

        LaunchRun run = launch.Run("train");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("hasta: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Contains("Is a directory", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("line ", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public void A_built_read_only_checkout_runs()
    {
        using LaunchFolder launch = WithFfmpeg();
        launch.BlockBuild();

        Assert.Equal(new LaunchRun(0, "ran train\n", ""), launch.Run("train"));
    }

    [Fact]
    public void An_SDK_error_is_shown()
    {
        using LaunchFolder launch = WithFfmpeg();
        launch.ChangeSource();
        launch.AddStub("dotnet", "echo 'Requested SDK version: 10.0.100' >&2; echo 'Installed SDKs: 8.0.1'; exit 145");

        LaunchRun run = launch.Run("train");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Requested SDK version: 10.0.100", run.Error, StringComparison.Ordinal);
        Assert.Contains("Installed SDKs: 8.0.1", run.Error, StringComparison.Ordinal);
        Assert.Contains("global.json", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("was not found", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_dotnet_the_SDK_is_reported_as_missing(bool isStale)
    {
        using LaunchFolder launch = WithFfmpeg();
        launch.Remove("dotnet");
        if (isStale)
        {
            launch.ChangeSource();
        }

        LaunchRun run = launch.Run("train");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("hasta: the .NET 10 SDK is needed and was not found", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere/at/all", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    [InlineData("/tmp", false)]
    public void Without_a_home_folder_the_SDK_gets_one_in_the_checkout(string? home, bool isMade)
    {
        using LaunchFolder launch = WithFfmpeg();
        launch.ChangeSource();
        launch.Variables["HOME"] = home;
        launch.AddStub("dotnet", "shift; echo \"$DOTNET_CLI_HOME\"; [ -z \"$DOTNET_CLI_HOME\" ] || [ -w \"$DOTNET_CLI_HOME\" ]");

        LaunchRun run = launch.Run("train");

        Assert.Equal((0, isMade ? launch.At(".home") : ""), (run.ExitCode, run.Out.Trim()));
    }

    [Theory]
    [InlineData(">&-", 2)]
    [InlineData("2>&-", 0)]
    [InlineData("<&-", 0)]
    public void A_closed_stream_is_not_mistaken_for_a_file(string closed, int code)
    {
        using LaunchFolder launch = WithFfmpeg();
        launch.AddStub("dotnet", "shift; for i in 0 1 2; do { true 3>&$i; } 2>/dev/null || exit 9; done; echo ok");

        LaunchRun run = launch.RunInShell($"{{0}} train {closed}");

        Assert.Equal(code, run.ExitCode);
        Assert.Equal(code == 2, run.Error.Contains("standard output is closed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_TMPDIR_is_named()
    {
        using LaunchFolder launch = WithFfmpeg();
        launch.ChangeSource();
        launch.Variables["TMPDIR"] = "/nowhere/at/all";

        LaunchRun run = launch.Run("train");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("TMPDIR", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkout_path_with_spaces_and_any_script_works()
    {
        using var launch = new LaunchFolder(folderName: "ha sta हाथ $x;'y");
        launch.AddStub("ffmpeg");
        launch.AddStub("ffprobe");
        launch.ChangeSource();

        LaunchRun run = launch.Run("train", "a b");

        Assert.Equal((0, "ran train a b\n"), (run.ExitCode, run.Out));
    }

    [Fact]
    public void The_Windows_script_names_the_same_command()
    {
        string list = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "src/Hasta.Landmarks/Video/Programs/install-ffmpeg.txt"));
        string command = list.Split('\n').Single(line => line.StartsWith("winget", StringComparison.Ordinal)).Trim();

        Assert.Contains(
            $"run  {command} ",
            File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "hasta.cmd")),
            StringComparison.Ordinal);
    }

    private static LaunchFolder WithFfmpeg()
    {
        var launch = new LaunchFolder();
        launch.AddStub("ffmpeg");
        launch.AddStub("ffprobe");
        return launch;
    }
}
