using System.Diagnostics;
using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Recognition;
using Hasta.Recognition.Enrollment;
using Spectre.Console;

namespace Hasta.Bench;

/// <summary>Times a visual dictionary: each clip of a data folder is enrolled as a word of its own, then clips are looked up.</summary>
internal static class LookupSpeed
{
    /// <param name="data">A data folder.</param>
    /// <param name="words">Number of words.</param>
    /// <param name="model">A run or checkpoint folder with prototypes.</param>
    public static async Task PrintAsync(string data, int words, string model)
    {
        string root = Directory.CreateTempSubdirectory("hasta-bench-").FullName;
        try
        {
            LandmarkSequence[] clips =
            [
                .. Manifest.Read(data).Take(words).Select(entry => PoseFile.Read(Manifest.PosePath(data, entry.Clip))),
            ];
            double add = Time(() => Enroll(root, clips));
            using SignRecognizer recognizer = await SignRecognizer.LoadAsync(
                model, new SignRecognizerOptions { Library = SignLibrary.Open(root), AllWords = true });
            double embed = Time(() => recognizer.Lookup(clips[0]));
            double[] times = [.. clips.Select(clip => Time(() => recognizer.Lookup(clip))).Order()];
            string lookups = $"{times[times.Length / 2]:F2} / {times[times.Length * 99 / 100]:F2} / {times[^1]:F2}";
            AnsiConsole.Write(new Table().AddColumns("ms", $"{clips.Length} words")
                .AddRow("writing the library", $"{add:F0}")
                .AddRow("first look-up, which computes all embeddings", $"{embed:F0}")
                .AddRow("look-up, median / 99% / slowest", lookups));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Enroll(string root, IEnumerable<LandmarkSequence> clips)
    {
        var library = SignLibrary.Open(root);
        library.AddConsent("bench", "measured and deleted");
        library.Add(
        [
            .. clips.Select((clip, i) => new NewSign
            {
                Gloss = $"word {i}",
                Signer = "bench",
                Clips = [new EnrollmentClip { Landmarks = clip, Source = "bench" }],
            }),
        ]);
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
