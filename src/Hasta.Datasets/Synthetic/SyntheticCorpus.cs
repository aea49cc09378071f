using Hasta.Datasets.Synthetic.Signers;
using Hasta.Datasets.Synthetic.Signs;

namespace Hasta.Datasets.Synthetic;

/// <summary>
/// Generates a labelled corpus without recordings, so that the whole pipeline from landmarks to a recognized sign can be tried without a
/// download. It shows that the pipeline works; figures measured on it do not apply to real signing.
/// </summary>
internal static class SyntheticCorpus
{
    /// <summary>The clips, signer by signer; one is in memory at a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No signers or no clips.</exception>
    public static IEnumerable<SyntheticClip> Generate(SyntheticCorpusConfig config)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(config.Signers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(config.ClipsPerSign);
        return Enumerable.Range(0, config.Signers).SelectMany(number => ClipsOf(number, config));
    }

    private static IEnumerable<SyntheticClip> ClipsOf(int number, SyntheticCorpusConfig config)
    {
        // One random stream per person: adding signers does not change the others. The golden-ratio step keeps neighbouring streams apart.
        var random = new Random(unchecked((config.Seed * 1_000_003) + (number * (int)0x9E3779B1)));
        SyntheticSigner signer = SyntheticSigner.Draw($"synthetic-{number + 1:00}", random);
        for (int index = 0; index < config.ClipsPerSign; index++)
        {
            foreach (SyntheticSign sign in SyntheticSigns.All)
            {
                var animation = new SignAnimation(signer, sign, random);
                yield return new(sign.Gloss, signer.Name, index, new ClipRecorder(signer, random).Record(animation));
            }
        }
    }
}
