using Hasta.Datasets;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Pictures.KeptFrames;
using Hasta.Recognition;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Evaluation;
using Hasta.Training.Models.Vit;
using Hasta.Training.Optimisation;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Training.Tests;

[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class VitFusionTrainingTests : IDisposable
{
    private static readonly string Data = VitFusionCorpus.Prepare(takes: 2);

    private readonly TempFolder folder = new();

    public VitFusionTrainingTests() => TorchDevice.Load();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_saves_a_self_contained_checkpoint_that_evaluates_and_recognises()
    {
        Train("run", VitFusionCorpus.Config with { Epochs = 30, BatchSize = 2, Patience = 1 });

        using var model = RecognitionModel.Load(folder.At("run"));
        var recognizer = new SignRecognizer(model);
        (string Clip, string Gloss, string Signer, LandmarkSequence Landmarks)[] clips = [.. SmallCorpus.Clips(takes: 1)];
        int right = clips.Count(clip =>
            recognizer.Recognize(clip.Landmarks, FrameSetFile.Parse(clip.Clip, PaintedClip.Keep(clip.Landmarks))).Gloss == clip.Gloss);
        EvaluationReport report = new ModelEvaluation(TimeProvider.System, NullLogger<ModelEvaluation>.Instance)
            .Run(new EvaluationRequest { Run = folder.At("run"), Data = Data, All = true, AllowTrainingClips = true }).Report;

        Assert.True(recognizer.NeedsFrames);
        Assert.InRange(right, 7, 9);
        Assert.Equal(18, report.Clips);
        Assert.True(report.Top1 > 0.75, $"{report.Top1}");
    }

    [Fact]
    public void A_run_starts_from_published_weights_and_frozen_blocks_do_not_change()
    {
        using Published published = Publish();
        var config = VitFusionCorpus.Config with
        {
            Epochs = 2,
            Model = published.Folder.ApplyTo((VitFusionConfig)VitFusionCorpus.Config.Model),
        };

        Train("run", config, published.Folder);

        IReadOnlyDictionary<string, Tensor> before = Weights.Collect(published.Backbone);
        using Checkpoint checkpoint = Checkpoint.Load(folder.At("run"), CPU);
        IReadOnlyDictionary<string, Tensor> after = Weights.Collect(checkpoint.Classifier);
        Assert.All(
            before,
            pair => Assert.Equal(IsFrozen(pair.Key), Numbers(pair.Value).SequenceEqual(Numbers(after[$"backbone.{pair.Key}"]))));
        Assert.Equal(published.Folder.Sha256, ((VitFusionConfig)checkpoint.Config.Model).PretrainedSha256);
    }

    [Fact]
    public void Training_in_bfloat16_also_learns_and_its_weights_stay_float32()
    {
        Train("run", VitFusionCorpus.Config with { Epochs = 30, BatchSize = 2, Patience = 1, Precision = Precision.BFloat16 });

        using Checkpoint checkpoint = Checkpoint.Load(folder.At("run"), CPU);
        Assert.All(Weights.Collect(checkpoint.Classifier).Values, weight => Assert.Equal(ScalarType.Float32, weight.dtype));
        EvaluationReport report = new ModelEvaluation(TimeProvider.System, NullLogger<ModelEvaluation>.Instance)
            .Run(new EvaluationRequest { Run = folder.At("run"), Data = Data, All = true, AllowTrainingClips = true }).Report;
        Assert.True(report.Top1 > 0.75, $"{report.Top1}");
    }

    [Fact]
    public void A_stopped_run_resumes_without_the_published_files_and_reaches_the_same_weights()
    {
        using Published published = Publish();
        TrainingConfig config = VitFusionCorpus.Config with
        {
            Epochs = 4,
            Patience = 1,
            Model = published.Folder.ApplyTo((VitFusionConfig)VitFusionCorpus.Config.Model),
        };
        Train("undisturbed", config, published.Folder);
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() =>
            Train("stopped", config, published.Folder, new Told(() => stop.Cancel()), stop.Token));
        new TrainingRun(new RunFolder(folder.At("stopped")), CPU, NullLoggerFactory.Instance)
            .Resume(new Told(() => { }), TestContext.Current.CancellationToken);

        Assert.Equal(WeightsOf("undisturbed"), WeightsOf("stopped"));
    }

    [Fact]
    public void A_run_stopped_before_saving_its_backbone_is_not_resumed_from_random_weights()
    {
        using Published published = Publish();
        TrainingConfig config = VitFusionCorpus.Config with
        {
            Model = published.Folder.ApplyTo((VitFusionConfig)VitFusionCorpus.Config.Model),
        };
        Train("run", config with { Epochs = 1 }, published.Folder);
        Directory.Delete(folder.At("run", "last"), recursive: true);

        Assert.Contains(
            "again",
            Assert.Throws<BadFileException>(() => new TrainingRun(new RunFolder(folder.At("run")), CPU, NullLoggerFactory.Instance)
                .Resume(new Told(() => { }), TestContext.Current.CancellationToken)).Message);
    }

    [Fact]
    public void A_data_folder_without_frames_is_an_error_that_says_how_to_create_them()
    {
        string bare = SmallCorpus.Prepare(takes: 1);

        Assert.Contains("--frames", Assert.Throws<BadFileException>(() => Train("run", VitFusionCorpus.Config, data: bare)).Message);
    }

    [Fact]
    public void A_truncated_or_blank_frames_file_is_named()
    {
        string data = VitFusionCorpus.Prepare(takes: 1);
        string path = Manifest.FramesPath(data, Manifest.Read(data)[0].Clip);
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^5]);
        Assert.Contains(path, Assert.Throws<BadFileException>(() => Train("torn", VitFusionCorpus.Config, data: data)).Message);

        foreach (string each in Manifest.Read(data).Select(entry => Manifest.FramesPath(data, entry.Clip)))
        {
            File.WriteAllBytes(each, Blank(each == path ? bytes : File.ReadAllBytes(each)));
        }

        Assert.Contains("no JPEG", Assert.Throws<BadFileException>(() => Train("blank", VitFusionCorpus.Config, data: data)).Message);
    }

    [Fact]
    public void Incompatible_settings_are_refused()
    {
        VitFusionConfig model = (VitFusionConfig)VitFusionCorpus.Config.Model;
        VitConfig vit = VitFusionCorpus.TinyVit;
        AssertInvalid("features.frames", VitFusionCorpus.Config with { Features = new FeatureConfig() });
        AssertInvalid("features.frames", VitFusionCorpus.Config with { Model = new LandmarkMlpConfig() });
        AssertInvalid("frozenBlocks", VitFusionCorpus.Config with { Model = model with { FrozenBlocks = 3 } });
        AssertInvalid("imageSize", VitFusionCorpus.Config with { Model = model with { Backbone = vit with { ImageSize = 33 } } });
        AssertInvalid("mean", VitFusionCorpus.Config with { Model = model with { Backbone = vit with { Deviation = [0, 1, 1] } } });

        static void AssertInvalid(string setting, TrainingConfig config) =>
            Assert.Contains(setting, Assert.Throws<ArgumentException>(config.Validate).Message);
    }

    private static bool IsFrozen(string name) =>
        name.StartsWith("embeddings.", StringComparison.Ordinal) || name.StartsWith("encoder.layer.0.", StringComparison.Ordinal);

    private static float[] Numbers(Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();

    /// <summary>Overwrites the frames and keeps the header.</summary>
    private static byte[] Blank(byte[] frames)
    {
        int pictures = 12 + BitConverter.ToInt32(frames, 8);
        return [.. frames[..pictures], .. new byte[frames.Length - pictures]];
    }

    private Published Publish()
    {
        manual_seed(9);
        var backbone = new VitBackbone(VitFusionCorpus.TinyVit, 0);
        string path = folder.At("published");
        Directory.CreateDirectory(path);
        File.WriteAllText(
            Path.Combine(path, "config.json"),
            """{"model_type":"vit","hidden_size":16,"num_hidden_layers":2,"num_attention_heads":2"""
                + ""","intermediate_size":32,"image_size":32,"patch_size":16}""");
        SafetensorsFile.Write(Path.Combine(path, "model.safetensors"), Weights.ToArrays(backbone));
        return new Published(VitFolder.Open(path), backbone);
    }

    private void Train(
        string run,
        TrainingConfig config,
        VitFolder? published = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken? stop = null,
        string? data = null) =>
        new TrainingRun(new RunFolder(folder.At(run)), CPU, NullLoggerFactory.Instance).Run(
            new RunRequest
            {
                Data = data ?? Data,
                Config = config,
                Split = new SplitRequest { Protocol = SplitProtocol.Signer },
                Backbone = published,
            },
            progress ?? new Told(() => { }),
            stop ?? TestContext.Current.CancellationToken);

    private byte[] WeightsOf(string run) => File.ReadAllBytes(folder.At(run, "best", "weights.safetensors"));

    private sealed record Published(VitFolder Folder, VitBackbone Backbone) : IDisposable
    {
        public void Dispose() => Backbone.Dispose();
    }

    private sealed class Told(Action act) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => act();
    }
}
