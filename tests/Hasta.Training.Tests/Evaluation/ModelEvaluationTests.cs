using Hasta.Datasets;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Recognition.Models;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Evaluation;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Evaluation;

[Collection(TorchTurns.Name)]
public sealed class ModelEvaluationTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string data = SmallCorpus.Prepare(takes: 2);
    private readonly string run;

    public ModelEvaluationTests()
    {
        TorchDevice.Load();
        run = folder.At("run");
        var request = new RunRequest
        {
            Data = data,
            Config = SmallCorpus.Config,
            Split = new SplitRequest { Protocol = SplitProtocol.Signer },
        };
        new TrainingRun(new RunFolder(run), CPU, NullLoggerFactory.Instance).Run(
            request,
            new Progress<WorkProgress>(),
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public void The_test_split_is_evaluated_as_is_and_mirrored_with_its_worst_clips()
    {
        EvaluationOutcome outcome = Evaluate(new EvaluationRequest { Run = run, Data = data });

        Assert.Equal((6, "test", Path.Combine(run, "report.html")), (outcome.Report.Clips, outcome.Report.Header.Part, outcome.Files.Page));
        Assert.All(outcome.Report.Verdicts, verdict => Assert.NotNull(verdict.MirroredPredicted));
        Assert.Equal(
            outcome.Report.Mirrored!.Top1,
            outcome.Report.Verdicts.Average(verdict => verdict.MirroredPredicted == verdict.Gloss ? 1.0 : 0));
        Assert.Equal(outcome.Report.Confusions.Count, outcome.Report.Worst.Count);
        Assert.All(outcome.Report.Worst, worst => Assert.Equal(worst.Verdict.Clip, worst.Picture.Clip));
        Assert.Empty(outcome.Report.Leaks);
    }

    [Fact]
    public void Mirrored_predictions_equal_predictions_for_mirrored_clips()
    {
        EvaluationReport straight = Evaluate(new EvaluationRequest { Run = run, Data = data }).Report;
        using var model = RecognitionModel.Load(run);
        IReadOnlyList<LoadedClip> clips = ClipLoader.Load(
            data,
            [.. Manifest.Read(data).Where(entry => straight.Verdicts.Any(verdict => verdict.Clip == entry.Clip))],
            model.Config.Features,
            out _);

        IReadOnlyList<float[]> mirrored = model.Logits([.. clips.Select(clip => clip.Body.Mirror())]);

        Assert.Equal(
            straight.Verdicts.Select(verdict => verdict.MirroredPredicted),
            mirrored.Select(logits => model.Vocabulary.Glosses[Array.IndexOf(logits, logits.Max())]));
    }

    [Fact]
    public void Renamed_training_clips_are_rejected_and_listed_unless_the_user_allows_them()
    {
        string copy = SmallCorpus.Prepare(takes: 2);
        Manifest.Write(
            copy,
            [.. Manifest.Read(copy), Manifest.Read(copy)[0] with { Clip = "new", PoseSha256 = "new", SourceFingerprint = "new" }]);
        File.Copy(Manifest.PosePath(copy, Manifest.Read(copy)[0].Clip), Manifest.PosePath(copy, "new"));
        var request = new EvaluationRequest { Run = run, Data = copy, Page = folder.At("elsewhere", "page.html") };

        var error = Assert.Throws<TrainingClipsException>(() => Evaluate(request));

        Assert.StartsWith("12 of 19 clips", error.Message, StringComparison.Ordinal);
        Assert.Contains(folder.At("elsewhere", LeakFile.Name), error.Message, StringComparison.Ordinal);
        Assert.Equal(12, CsvTable.Read(folder.At("elsewhere", LeakFile.Name)).Rows.Count);
        EvaluationOutcome insisted = Evaluate(request with { AllowTrainingClips = true });
        Assert.Equal((19, request.Page), (insisted.Report.Clips, insisted.Files.Page));
        Assert.Equal(new LeakCount(12, 12), insisted.Report.Leaks[LeakKind.SameLandmarks]);
    }

    [Fact]
    public void An_evaluation_of_all_clips_is_written_to_a_separate_folder()
    {
        var request = new EvaluationRequest { Run = Path.Combine(run, CheckpointFolder.BestFolder), Data = data, All = true };

        Assert.Throws<TrainingClipsException>(() => Evaluate(request));
        Assert.Equal(
            Path.Combine(run, "evaluations", $"{Path.GetFileName(data)}-all", "report.html"),
            Evaluate(request with { AllowTrainingClips = true }).Files.Page);
    }

    public void Dispose() => folder.Dispose();

    private static EvaluationOutcome Evaluate(EvaluationRequest request) =>
        new ModelEvaluation(TimeProvider.System, NullLogger<ModelEvaluation>.Instance).Run(request);
}
