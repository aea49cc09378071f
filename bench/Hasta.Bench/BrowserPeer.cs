using System.Globalization;
using CliWrap;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Bench;

/// <summary>MediaPipe's JavaScript build of the holistic graph, in a headless browser on the CPU.</summary>
internal static class BrowserPeer
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <returns>Frames per second, without decoding the images and without the loading in the first second.</returns>
    /// <exception cref="TimeoutException">The page did not post a result.</exception>
    public static async Task<double> MeasureAsync(string chromium, string clip)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("hasta-peer-");
        try
        {
            await Cli.Wrap(Ffmpeg.Find().Program)
                .WithArguments(["-v", "error", "-i", clip, "-q:v", "2", Path.Combine(folder.FullName, "%d.jpg")])
                .ExecuteAsync();
            using var server = new PeerServer(folder.FullName);
            using var timeout = new CancellationTokenSource(Limit);
            string profile = Path.Combine(folder.FullName, "profile");
            var browser = Cli.Wrap(chromium)
                .WithArguments(
                [
                    "--headless=new", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
                    $"--user-data-dir={profile}", server.PageAddress,
                ])
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(timeout.Token);
            string answer = await server.AnswerAsync(timeout.Token);
            await timeout.CancelAsync();
            await browser.Task.ContinueWith(_ => { }, TaskScheduler.Default);
            return double.Parse(answer, CultureInfo.InvariantCulture);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
