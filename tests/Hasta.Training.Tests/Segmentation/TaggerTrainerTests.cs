using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.Recognition.Live.Tagging;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Data;
using Hasta.Training.Segmentation;

namespace Hasta.Training.Tests.Segmentation;

[Collection(TorchTurns.Name)]
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

    [Fact]
    public void The_shipped_tagger_marks_where_signs_begin()
    {
        var examples = TaggerExamples.Create(Clips, streams: 4, seed: 3);
        ILookup<bool, float> tags = Enumerable.Range(0, examples.Count)
            .ToLookup(example => LabelsOf(examples, example).Begin, example => Tag(SignTagger.Shipped, examples, example).Begin);

        Assert.True(tags[true].Average() > 5 * tags[false].Average(), $"{tags[true].Average()} against {tags[false].Average()}");
    }

    private static double Accuracy(SignTagger tagger, TaggerExamples examples) => Enumerable.Range(0, examples.Count).Average(example =>
        Tag(tagger, examples, example).Sign > 0.5f == LabelsOf(examples, example).Sign ? 1.0 : 0);

    private static (float Sign, float Begin) Tag(SignTagger tagger, TaggerExamples examples, int example) =>
        tagger.Tag(examples.Windows.AsSpan(example * TaggerGrid.WindowWidth, TaggerGrid.WindowWidth));

    private static (bool Sign, bool Begin) LabelsOf(TaggerExamples examples, int example) =>
        (examples.Labels[SignTagger.Tags * example] > 0.5f, examples.Labels[(SignTagger.Tags * example) + 1] > 0.5f);
}
