using System.Globalization;
using CliWrap;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Bench;

/// <summary>MediaPipe's own JavaScript build of the holistic graph, in a headless browser on the CPU.</summary>
internal static class BrowserPeer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <returns>Frames per second, without the decoding of the pictures and the first second's loading.</returns>
    /// <exception cref="TimeoutException">The page gave no answer.</exception>
    public static async Task<double> MeasureAsync(string chromium, string clip)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("hasta-peer-");
        try
        {
            await Cli.Wrap(Ffmpeg.Find().Program)
                .WithArguments(["-v", "error", "-i", clip, "-q:v", "2", Path.Combine(folder.FullName, "%d.jpg")])
                .ExecuteAsync();
            using var server = new PeerServer(folder.FullName);
            using var patience = new CancellationTokenSource(Patience);
            string profile = Path.Combine(folder.FullName, "profile");
            var browser = Cli.Wrap(chromium)
                .WithArguments(["--headless=new", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", $"--user-data-dir={profile}", server.PageAddress])
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(patience.Token);
            string answer = await server.AnswerAsync(patience.Token);
            await patience.CancelAsync();
            await browser.Task.ContinueWith(_ => { }, TaskScheduler.Default);
            return double.Parse(answer, CultureInfo.InvariantCulture);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
