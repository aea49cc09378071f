using System.Security.Cryptography;
using System.Text;
using Hasta.Datasets.Splits;
using Hasta.Recognition.Enrollment;
using Hasta.Recognition.Models;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Evaluation.Strangers;
using Hasta.Training.Models;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace Hasta.Training.Evaluation.Enrollment;

/// <summary>
/// Measures enrolment on words left out of training: a third of the words in turn is left out, a model is trained on the others by the
/// sources that may ship, and the words left out are enrolled by one source and tested on another, or by one signer and tested on other
/// takes.
/// </summary>
internal sealed class EnrollmentBenchmark(StrangersData data, SourceTable table, TrainingConfig config, torch.Device device)
{
    /// <summary>Number of groups of words that are left out in turn.</summary>
    public const int Folds = 3;

    /// <summary>Numbers of takes per sign that are measured.</summary>
    public static readonly IReadOnlyList<int> Takes = [1, 3, 5];

    /// <summary>The rule of recognition, the nearest point, and stricter and laxer rules.</summary>
    public static readonly IReadOnlyList<EnrollmentRule> Rules =
    [
        new(),
        new() { KnownWeight = 1, MinScore = 0 },
        .. new[] { 0.16, 0.20, 0.24, 0.32, 0.36, 0.40 }.Select(score => new EnrollmentRule { MinScore = score }),
    ];

    /// <param name="fold">The words to leave out, 0 to <see cref="Folds"/> - 1.</param>
    /// <param name="logger">Of the training.</param>
    /// <param name="cancellationToken">Stops after the current step.</param>
    /// <exception cref="SplitException">Fewer than two words would be trained.</exception>
    /// <returns>
    /// A trial per signer and per pair of sources that share left-out words, per number of takes, and per rule.
    /// </returns>
    public IReadOnlyList<EnrollmentTrial> Run(int fold, ILogger<Trainer> logger, CancellationToken cancellationToken)
    {
        HashSet<string> leftOut = [.. Shuffle(data.KnownGlosses(_ => true)).Where((_, i) => i % Folds == fold)];
        Vocabulary vocabulary = data.VocabularyOf(Trains, leftOut.Contains);
        LoadedClip[] train = [.. data.ClipsOf(Trains).Where(clip => vocabulary.IndexOf(clip.Gloss) >= 0)];
        LoadedClip[] strange = [.. data.ClipsOf(source => !Trains(source)).Where(clip => vocabulary.IndexOf(clip.Gloss) >= 0)];
        LoadedClip[] heldOut = [.. data.ClipsOf(_ => true).Where(clip => leftOut.Contains(clip.Gloss))];
        using TrainingResult result = new Trainer(config, device, logger)
            .Train(new TrainingInput { Vocabulary = vocabulary, Train = train }, Unobserved.Instance, cancellationToken);
        var signs = KnownSigns.Fit(
            [.. ClipSigns.Takes(result.Classifier, device, train).Select(take => take with { Signer = table.Of(take.Signer).Name })], []);
        var scorer = new EnrollmentScorer(
            new SignIndex(signs.Prototypes),
            Embed(result.Classifier, signs.Space, strange),
            Embed(result.Classifier, signs.Space, heldOut));
        string[] signers = [.. heldOut.Select(clip => clip.Signer!).Distinct().Order(StringComparer.Ordinal)];
        return [.. Takes.SelectMany(takes => BetweenSources(scorer, signers, takes).Concat(SameSigner(scorer, signers, takes)))];
    }

    /// <summary>Orders words by their SHA-256, so that nobody chooses which of them are left out together.</summary>
    private static IEnumerable<string> Shuffle(IEnumerable<string> glosses) =>
        glosses.OrderBy(gloss => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(gloss))), StringComparer.Ordinal);

    private static bool Trains(StrangerSource source) => source.Ships;

    private IEnumerable<EnrollmentTrial> BetweenSources(EnrollmentScorer scorer, string[] signers, int takes)
    {
        string[] sources = [.. signers.Select(signer => table.Of(signer).Name).Distinct()];
        return from source in sources
               from tested in sources
               where source != tested
               let task = scorer.BetweenSources(source, tested, takes)
               where task is not null
               from trial in Trials(scorer, task, takes)
               select trial with { From = source, To = tested };
    }

    private IEnumerable<EnrollmentTrial> SameSigner(EnrollmentScorer scorer, string[] signers, int takes) =>
        from signer in signers
        let task = scorer.SameSigner(signer, takes)
        where task is not null
        let source = table.Of(signer).Name
        from trial in Trials(scorer, task, takes)
        select trial with { From = source, To = source, Signer = signer };

    private static IEnumerable<EnrollmentTrial> Trials(EnrollmentScorer scorer, EnrollmentTask task, int takes) =>
        Rules.Select(rule => new EnrollmentTrial
        {
            From = "",
            To = "",
            Takes = takes,
            Signs = task.Enrolled.Count / takes,
            Tested = task.Tested.Count,
            Rule = rule,
            Rates = scorer.Score(task, rule),
        });

    private EmbeddedClip[] Embed(Classifier classifier, EmbeddingSpace space, IReadOnlyList<LoadedClip> clips) =>
    [
        .. ClipSigns.Takes(classifier, device, clips).Select(take => new EmbeddedClip(
            (take.Signer!, table.Of(take.Signer).Name), take.Gloss, space.Project(take.Values))),
    ];
}
