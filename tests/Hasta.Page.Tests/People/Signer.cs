using System.Diagnostics;
using Hasta.Landmarks.Video.Programs;
using Hasta.Page.Tests.Serving;
using Hasta.Recognition.Enrollment;
using Hasta.TestKit;

namespace Hasta.Page.Tests.People;

/// <summary>
/// A real person of asl24-videos. The shipped model knows no ASL, so the words are enrolled from takes of other people: that needs no
/// training and no libtorch, and an enrolled sign is answered like any other.
/// </summary>
internal sealed class Signer : IDisposable
{
    /// <summary>The person's own clips, and takes of two others; the words of asl24-videos that enrolment tells apart best.</summary>
    private static readonly (string Word, string Clip, string[] Takes)[] Signs =
    [
        ("more", "6", ["1", "4"]),
        ("dad", "6", ["1", "4"]),
    ];

    private readonly TempFolder folder = new();
    private string? film;

    /// <summary>In the order of the film.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Signs.Select(sign => sign.Word)];

    /// <summary>Enrols the words, once.</summary>
    public static async Task TeachAsync(PageServer server)
    {
        SignLibrary library = server.Library;
        foreach ((string word, _, string[] takes) in Signs.Where(sign => library.Signs.All(taught => taught.Gloss != sign.Word)))
        {
            var clips = new List<EnrollmentClip>();
            foreach (string take in takes)
            {
                clips.Add(await server.Recognizer.ReadClipAsync(PathOf(word, take), TestContext.Current.CancellationToken));
            }

            library.AddConsent("others", "People of asl24-videos, for tests.");
            library.Add(new NewSign { Gloss = word, Signer = "others", Clips = clips });
        }
    }

    /// <returns>
    /// A file of JPEG frames in which the person signs the words and rests for a second after each, 640x360 at 30 frames per second.
    /// </returns>
    public string Film()
    {
        film ??= Make(folder.At("signer.mjpeg"));
        return film;
    }

    public void Dispose() => folder.Dispose();

    private static string Make(string path)
    {
        const string Part = "scale=640:360:force_original_aspect_ratio=decrease,pad=640:360:-1:-1,setsar=1,fps=30,"
            + "tpad=stop_mode=clone:stop_duration=1";
        string[] clips = [.. Signs.Select(sign => PathOf(sign.Word, sign.Clip))];
        string parts = string.Concat(clips.Select((_, i) => $"[{i}:v]{Part}[v{i}];"));
        string all = string.Concat(clips.Select((_, i) => $"[v{i}]"));
        string[] arguments =
        [
            "-v", "error", "-nostdin", "-y", .. clips.SelectMany(clip => new[] { "-i", clip }),
            "-filter_complex", $"{parts}{all}concat=n={clips.Length},format=yuvj420p", "-c:v", "mjpeg", "-q:v", "3", "-f", "mjpeg", path,
        ];
        using Process ffmpeg = Process.Start(new ProcessStartInfo(Ffmpeg.Find().Program, arguments) { RedirectStandardError = true })!;
        string errors = ffmpeg.StandardError.ReadToEnd();
        ffmpeg.WaitForExit();
        Assert.True(ffmpeg.ExitCode == 0, errors);
        return path;
    }

    private static string PathOf(string word, string clip) => SharedData.Path("asl24-videos", word, clip + ".mp4");
}
