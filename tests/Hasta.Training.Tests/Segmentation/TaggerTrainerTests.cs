using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.Recognition.Live.Tagging;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Data;
using Hasta.Training.Segmentation;

namespace Hasta.Training.Tests.Segmentation;

[Collection(nameof(TorchTurns))]
public sealed class TaggerTrainerTests
{
    private static readonly LoadedClip[] Clips =
    [
        .. new[] { "Hello", "Namaste", "Deaf", "Sorry" }.SelectMany(word => RealTakes.Read(word, "abh_A", 3, 4).Select(
            (take, i) => new LoadedClip($"{word}{i}", word, "abh_A", new SequenceNormalizer(new FeatureConfig()).Extract(take)))),
    ];

    [Fact]
    public void It_learns_to_tell_signs_from_rest_and_fidgets()
    {
        var train = TaggerExamples.Create(Clips, streams: 12, seed: 1);
        var other = TaggerExamples.Create(Clips, streams: 3, seed: 2);

        var tagger = new SignTagger(TaggerTrainer.Train(train, 4, 1, new Progress<WorkProgress>(), CancellationToken.None));

        Assert.InRange(Accuracy(tagger, other), 0.85, 1);
    }

    [Fact]
    public void The_shipped_tagger_tells_signs_from_rest_and_fidgets() =>
        Assert.InRange(Accuracy(SignTagger.Shipped, TaggerExamples.Create(Clips, streams: 4, seed: 3)), 0.9, 1);

    [Fact]
    public void Training_stops_when_it_is_cancelled() => Assert.Throws<OperationCanceledException>(() => TaggerTrainer.Train(
        TaggerExamples.Create(Clips, streams: 2, seed: 1), 4, 1, new Progress<WorkProgress>(), new CancellationToken(canceled: true)));

    [Fact]
    public void Weights_of_other_shapes_are_refused() =>
        Assert.Throws<ArgumentException>(() => new SignTagger([.. SignTagger.Tensors.Select(_ => new float[3])]));

    private static double Accuracy(SignTagger tagger, TaggerExamples examples) => examples.Labels.Index().Average(label =>
        tagger.Tag(examples.Windows.AsSpan(label.Index * TaggerGrid.WindowWidth, TaggerGrid.WindowWidth)) > 0.5f == label.Item > 0.5f
            ? 1.0
            : 0);
}
