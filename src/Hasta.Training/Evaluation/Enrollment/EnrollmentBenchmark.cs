using System.Security.Cryptography;
using System.Text;
using Hasta.Datasets.Splits;
using Hasta.Recognition;
using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Evaluation.Strangers;
using Hasta.Training.Models;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace Hasta.Training.Evaluation.Enrollment;

/// <summary>
/// Measures the embedding on words left out of training: a third of the words in turn is left out, a model is trained on the others by the
/// sources that may ship, and the words left out are enrolled by one source and tested on another.
/// </summary>
internal sealed class EnrollmentBenchmark(StrangersData data, SourceTable table, TrainingConfig config, torch.Device device)
{
    /// <summary>Number of groups of words that are left out in turn.</summary>
    public const int Folds = 3;

    /// <summary>Numbers of takes per sign that are measured.</summary>
    public static readonly IReadOnlyList<int> Takes = [1, 3, 5];

    /// <param name="fold">The words to leave out, 0 to <see cref="Folds"/> - 1.</param>
    /// <param name="logger">Of the training.</param>
    /// <param name="cancellationToken">Stops after the current step.</param>
    /// <exception cref="SplitException">Fewer than two words would be trained.</exception>
    /// <returns>A trial per pair of sources that share a left-out word, and per number of takes.</returns>
    public IReadOnlyList<EnrollmentTrial> Run(int fold, ILogger<Trainer> logger, CancellationToken cancellationToken)
    {
        HashSet<string> leftOut = [.. Shuffle(data.KnownGlosses(_ => true)).Where((_, i) => i % Folds == fold)];
        Vocabulary vocabulary = data.VocabularyOf(Trains, leftOut.Contains);
        LoadedClip[] train = [.. data.ClipsOf(Trains).Where(clip => vocabulary.IndexOf(clip.Gloss) >= 0)];
        LoadedClip[] strange = [.. data.ClipsOf(source => !Trains(source)).Where(clip => vocabulary.IndexOf(clip.Gloss) >= 0)];
        LoadedClip[] heldOut = [.. data.ClipsOf(_ => true).Where(clip => leftOut.Contains(clip.Gloss))];
        using TrainingResult result = new Trainer(config, device, logger)
            .Train(new TrainingInput { Vocabulary = vocabulary, Train = train }, Unobserved.Instance, cancellationToken);
        var scorer = new EnrollmentScorer(
            Embed(result.Classifier, train), Embed(result.Classifier, strange), Embed(result.Classifier, heldOut));
        string[] sources = [.. heldOut.Select(clip => table.Of(clip.Signer).Name).Distinct().Order(StringComparer.Ordinal)];
        return
        [
            .. from enrolled in sources
               from tested in sources
               from takes in Takes
               let trial = scorer.Score(enrolled, tested, takes)
               where trial is not null
               select trial,
        ];
    }

    /// <summary>Orders words by their SHA-256, so that nobody chooses which of them are left out together.</summary>
    private static IEnumerable<string> Shuffle(IEnumerable<string> glosses) =>
        glosses.OrderBy(gloss => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(gloss))), StringComparer.Ordinal);

    private static bool Trains(StrangerSource source) => source.Ships;

    private EmbeddedClip[] Embed(Classifier classifier, IReadOnlyList<LoadedClip> clips) =>
    [
        .. Predictor.Run(classifier, device, [.. clips.Select(clip => clip.Body)])
            .Zip(clips, (output, clip) => new EmbeddedClip(
                table.Of(clip.Signer).Name, clip.Gloss, new SignEmbedding(output.Embedding))),
    ];
}
