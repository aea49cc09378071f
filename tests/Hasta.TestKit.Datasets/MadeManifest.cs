using System.Globalization;
using Hasta.Datasets;
using Hasta.Landmarks;

namespace Hasta.TestKit.Datasets;

/// <summary>Manifest entries without files.</summary>
internal static class MadeManifest
{
    public static ManifestEntry Entry(int number, string gloss, string? signer = null, string? session = null) => new()
    {
        Clip = number.ToString(CultureInfo.InvariantCulture),
        Gloss = gloss,
        Signer = signer,
        Session = session,
        Source = $"/videos/{number}.mp4",
        SourceFingerprint = $"f{number}",
        Frames = 30,
        Fps = 25,
        DetectionRate = 1,
        Engine = new LandmarkEngineId { Name = "made" },
        PoseSha256 = $"h{number}",
    };

    /// <summary>The given number of takes of each gloss by each signer; the session is the take modulo 2.</summary>
    public static ManifestEntry[] Create(int signers, int glosses, int takes)
    {
        int number = 0;
        return [.. from signer in Enumerable.Range(0, signers)
                   from gloss in Enumerable.Range(0, glosses)
                   from take in Enumerable.Range(0, takes)
                   select Entry(number++, $"gloss{gloss}", $"signer{signer}", $"{take % 2}")];
    }
}
