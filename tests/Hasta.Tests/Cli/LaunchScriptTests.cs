namespace Hasta.Tests.Cli;

/// <summary>What <c>./hasta</c> does about ffmpeg before it hands over.</summary>
public sealed class LaunchScriptTests
{
    [Fact]
    public void Where_ffmpeg_is_there_nothing_is_said_or_tried()
    {
        using var launch = new LaunchFolder(asRoot: true);
        launch.Stand("ffmpeg");
        launch.Stand("ffprobe");
        launch.Stand("apt-get");

        Assert.Equal(new CliRun(0, "ran train data\n", ""), launch.Run("train", "data"));
        Assert.Equal("", launch.Calls);
    }

    [Theory]
    [InlineData("torch", "TorchBackend")]
    [InlineData("onnx", "OnnxBackend")]
    public void A_back_end_that_is_asked_for_is_built_and_then_kept(string kind, string variable)
    {
        using var launch = new LaunchFolder(asRoot: true);
        launch.Stand("ffmpeg");
        launch.Stand("ffprobe");
        launch.Variables[variable] = "cuda-linux";

        Assert.Equal(new CliRun(0, "ran train\n", "hasta: the source has changed: building it ...\n"), launch.Run("train"));
        launch.Built(kind, "cuda-linux");
        Assert.Equal(new CliRun(0, "ran train\n", ""), launch.Run("train"));
        launch.Variables.Clear();
        Assert.Equal(new CliRun(0, "ran train\n", ""), launch.Run("train"));
        launch.Variables[variable] = "cpu";
        Assert.Contains("building", launch.Run("train").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Root_with_apt_gets_it_installed_and_standard_output_stays_clean()
    {
        using var launch = new LaunchFolder(asRoot: true);
        launch.Stand("apt-get", launch.Installs);

        Assert.Equal(new CliRun(0, "ran prepare\n", "hasta: videos need ffmpeg: installing it (apt-get install -y ffmpeg) ...\n"), launch.Run("prepare"));
        Assert.Contains(" update\n", launch.Calls, StringComparison.Ordinal);
        Assert.Contains(" install -y ffmpeg\n", launch.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public void Brew_installs_it()
    {
        using var launch = new LaunchFolder();
        launch.Stand("brew", launch.Installs);

        Assert.Equal("ran prepare\n", launch.Run("prepare").Out);
        Assert.Equal("brew install ffmpeg\n", launch.Calls);
    }

    [Fact]
    public void A_failed_install_is_a_warning_that_names_the_command_and_is_not_tried_again_at_once()
    {
        using var launch = new LaunchFolder(asRoot: true);
        launch.Stand("apt-get", "echo 'E: no network' >&2; exit 100");

        CliRun first = launch.Run("train", "data");
        string calls = launch.Calls;
        CliRun second = launch.Run("train", "data");

        Assert.Equal((0, "ran train data\n"), (first.ExitCode, first.Out));
        Assert.Contains("hasta: ffmpeg could not be installed: E: no network\n", first.Error, StringComparison.Ordinal);
        Assert.EndsWith("hasta: videos need ffmpeg: run  apt-get install -y ffmpeg\n", first.Error, StringComparison.Ordinal);
        Assert.Equal(new CliRun(0, "ran train data\n", "hasta: videos need ffmpeg: run  apt-get install -y ffmpeg\n"), second);
        Assert.Equal(calls, launch.Calls);
    }

    [Fact]
    public void An_install_that_succeeds_without_effect_is_a_failed_one()
    {
        using var launch = new LaunchFolder(asRoot: true);
        launch.Stand("apt-get");

        Assert.Contains("videos need ffmpeg: run ", launch.Run("train").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apt-get", "sudo apt-get install -y ffmpeg")]
    [InlineData("dnf", "sudo dnf install -y ffmpeg-free")]
    [InlineData("pacman", "sudo pacman -S --noconfirm ffmpeg")]
    [InlineData("zypper", "sudo zypper install -y ffmpeg")]
    [InlineData("none", "your package manager to install ffmpeg")]
    public void Where_it_may_not_install_it_prints_the_one_command(string installer, string command)
    {
        using var launch = new LaunchFolder();
        launch.Stand(installer);

        Assert.Equal(new CliRun(0, "ran doctor\n", $"hasta: videos need ffmpeg: run  {command}\n"), launch.Run("doctor"));
        Assert.Equal("", launch.Calls);
    }

    [Fact]
    public void The_Windows_script_names_the_same_command()
    {
        string list = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "src/Hasta/Video/install-ffmpeg.txt"));
        string command = list.Split('\n').Single(line => line.StartsWith("winget", StringComparison.Ordinal)).Trim();

        Assert.Contains($"run  {command} ", File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "hasta.cmd")), StringComparison.Ordinal);
    }
}
