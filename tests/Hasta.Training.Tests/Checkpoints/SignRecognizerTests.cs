using Hasta.Recognition;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Recognition.Onnx;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Models;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Checkpoints;

[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class SignRecognizerTests
{
    public SignRecognizerTests() => TorchDevice.Load();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void An_answer_below_the_checkpoints_threshold_is_unsure(double unsureBelow, bool unsure)
    {
        using RecognitionModel model = Create(7, unsureBelow);

        Assert.Equal(unsure, new SignRecognizer(model).Recognize(new Puppet().Sign()).Unsure);
    }

    [Fact]
    public void A_clip_without_a_sign_is_unsure_regardless_of_its_confidence()
    {
        using RecognitionModel model = Create(2, 0);

        SignResult found = new SignRecognizer(model).Recognize(new Puppet { SeesHand = (_, _) => false }.Sign());

        Assert.Equal((true, UnsureKind.NoHand), (found.Unsure, found.Reason?.Kind));
    }

    [Fact]
    public void The_five_likeliest_glosses_are_returned_in_order()
    {
        using RecognitionModel model = Create(7, 0);

        SignResult found = new SignRecognizer(model).Recognize(new Puppet().Sign());

        Assert.Equal(5, found.Candidates.Count);
        Assert.Equal(found.Candidates.OrderByDescending(candidate => candidate.Confidence), found.Candidates);
        Assert.Equal((found.Gloss, found.Confidence), (found.Candidates[0].Gloss, found.Candidates[0].Confidence));
    }

    [Fact]
    public void A_small_vocabulary_has_no_more_candidates_than_glosses()
    {
        using RecognitionModel model = Create(2, 0);

        Assert.Equal(1, new SignRecognizer(model).Recognize(new Puppet().Sign()).Candidates.Sum(candidate => candidate.Confidence), 1e-5);
    }

    [Fact]
    public void A_clip_without_a_person_is_an_error()
    {
        using RecognitionModel model = Create(2, 0);

        Assert.Throws<NoBodyException>(() => new SignRecognizer(model).Recognize(new Puppet { SeesBody = _ => false }.Sign()));
    }

    private static RecognitionModel Create(int glosses, double unsureBelow)
    {
        manual_seed(1);
        var model = new LandmarkMlpConfig { Width = 8 };
        var config = new CheckpointConfig
        {
            Model = model,
            Features = new FeatureConfig(),
            Extractor = FeatureExtractor.Name,
            UnsureBelow = unsureBelow,
        };
        using Classifier classifier = Classifiers.Create(model, glosses);
        var contents = new CheckpointContents(
            config,
            new Vocabulary(Enumerable.Range(0, glosses).Select(i => $"gloss {i}")),
            Weights.ToArrays(classifier));
        return new RecognitionModel(contents, ClassifierExporter.Export(contents));
    }
}
