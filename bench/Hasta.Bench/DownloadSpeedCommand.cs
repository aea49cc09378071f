using System.CommandLine;

namespace Hasta.Bench;

/// <summary><c>download</c>: see <see cref="DownloadSpeed"/>.</summary>
internal static class DownloadSpeedCommand
{
    private static readonly Option<int> Gigabytes = new("--gigabytes") { Description = "Size of the file.", DefaultValueFactory = _ => 2 };
    private static readonly Option<int> Repeats = new("--repeats")
    {
        Description = "Alternating rounds of curl and hasta.",
        DefaultValueFactory = _ => 5,
    };

    private static readonly Argument<string> Address = new("ADDRESS");
    private static readonly Argument<string> Target = new("TARGET");
    private static readonly Argument<long> Bytes = new("BYTES");

    public static Command Command { get; } = Create();

    /// <summary>The command of the measured child process.</summary>
    public static Command Fetch { get; } = CreateFetch();

    private static Command Create()
    {
        var command = new Command("download", "Compares our downloader with eight curls from a local host, with its peak memory.")
        {
            Gigabytes, Repeats,
        };
        command.SetAction((parsed, _) => DownloadSpeed.MeasureAsync(parsed.GetValue(Gigabytes), parsed.GetValue(Repeats)));
        return command;
    }

    private static Command CreateFetch()
    {
        var command = new Command("fetch", "The download that the download command measures.") { Address, Target, Bytes };
        command.Hidden = true;
        command.SetAction((parsed, _) => DownloadSpeed.FetchAsync(
            new Uri(parsed.GetRequiredValue(Address)), parsed.GetRequiredValue(Target), parsed.GetValue(Bytes)));
        return command;
    }
}
