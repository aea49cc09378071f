using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Models;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Checkpoints;

[Collection(TorchTurns.Name)]
public sealed class CheckpointTests
{
    private readonly string run = Directory.CreateTempSubdirectory("hasta-").FullName;

    public CheckpointTests() => TorchDevice.Load();

    private string Best => Path.Combine(run, CheckpointFolder.BestFolder);

    private string Weights => Path.Combine(Best, "weights.safetensors");

    private string Config => Path.Combine(Best, "config.json");

    [Fact]
    public void A_checkpoint_reads_back_with_the_same_logits()
    {
        using Checkpoint saved = Save(7);

        using Checkpoint loaded = Checkpoint.Load(run, CPU);

        Assert.Equal(saved.Config, loaded.Config);
        Assert.Equal(saved.Vocabulary.Glosses, loaded.Vocabulary.Glosses);
        Assert.Equal(Logits(saved), Logits(loaded));
    }

    [Fact]
    public void Statistics_of_glosses_read_back_and_are_optional()
    {
        using Checkpoint saved = Save(7);
        Assert.Empty(CheckpointFolder.Locate(run).Read().Statistics);

        var statistics = new Dictionary<string, GlossStatistics>
        {
            [saved.Vocabulary.Glosses[0]] = new() { Signers = 2, Clips = 9, Top1 = 0.5, Similar = [saved.Vocabulary.Glosses[1]] },
        };
        new Checkpoint(saved.Config, saved.Vocabulary, saved.Classifier) { Statistics = statistics }.Save(Best);

        using var model = RecognitionModel.Load(run);
        GlossStatistics read = Assert.Single(model.Statistics).Value;
        Assert.Equal((2, 9, 0.5), (read.Signers, read.Clips, read.Top1));
        Assert.Equal(statistics.Single().Value.Similar, read.Similar);
    }

    [Fact]
    public void A_run_folder_and_its_checkpoint_folder_are_equivalent()
    {
        using Checkpoint saved = Save(7);

        Assert.Equal(CheckpointFolder.Locate(run).Path, CheckpointFolder.Locate(Best).Path);
    }

    [Fact]
    public void A_failed_save_leaves_the_old_checkpoint()
    {
        using Checkpoint old = Save(7);
        using Checkpoint next = Create(8);

        Assert.Throws<IOException>(() => next.Save(Best, _ => throw new IOException("disk full")));

        using Checkpoint loaded = Checkpoint.Load(run, CPU);
        Assert.Equal(Logits(old), Logits(loaded));
    }

    [Fact]
    public void A_process_killed_between_the_two_renames_leaves_the_old_checkpoint()
    {
        using Checkpoint old = Save(7);
        Directory.Move(Best, AtomicFolder.Previous(Best));
        Directory.CreateDirectory(Best + ".partial");

        using Checkpoint loaded = Checkpoint.Load(run, CPU);
        Assert.Equal(Logits(old), Logits(loaded));

        using Checkpoint next = Save(8);
        using Checkpoint reloaded = Checkpoint.Load(run, CPU);
        Assert.Equal(Logits(next), Logits(reloaded));
        Assert.Equal([Best], Directory.GetDirectories(run));
    }

    [Theory]
    [InlineData("best")]
    [InlineData("best.partial")]
    [InlineData("best.previous")]
    public void A_folder_not_created_by_a_save_is_not_replaced(string name)
    {
        string file = Path.Combine(run, name, "thesis", "chapter.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "mine");
        using Checkpoint checkpoint = Create(7);

        Assert.Contains(name, Assert.Throws<BadFileException>(() => checkpoint.Save(Best)).Message, StringComparison.Ordinal);

        Assert.True(File.Exists(file));
    }

    [Fact]
    public void A_link_in_the_way_is_not_followed()
    {
        string file = Path.Combine(run, "elsewhere", "weights.safetensors");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "mine");
        Directory.CreateSymbolicLink(AtomicFolder.Previous(Best), Path.GetDirectoryName(file)!);
        using Checkpoint checkpoint = Create(7);

        Assert.Throws<BadFileException>(() => checkpoint.Save(Best));

        Assert.True(File.Exists(file));
    }

    [Fact]
    public void A_missing_checkpoint_is_an_error_with_the_remedy() =>
        Assert.Contains("hasta train", ErrorMessage());

    [Theory]
    [InlineData("config.json", "{\"kind\":1}")]
    [InlineData("config.json", "")]
    [InlineData("vocabulary.json", "[\"one\"]")]
    [InlineData("vocabulary.json", "[\"a\",\"a\",\"b\"]")]
    [InlineData("vocabulary.json", "[\"a\",\"b\"]")]
    [InlineData("vocabulary.json", "{}")]
    [InlineData("glosses.json", "{\"nobody knows this\":{\"signers\":1,\"clips\":1}}")]
    [InlineData("glosses.json", "{\"slow\":{\"signers\":1}}")]
    [InlineData("weights.safetensors", "PK not numbers but a pickle")]
    public void An_invalid_file_is_rejected(string file, string text)
    {
        Save(7).Dispose();
        File.WriteAllText(Path.Combine(Best, file), text);

        Assert.Contains(Best, ErrorMessage());
    }

    [Theory]
    [InlineData("\"width\": 16", "\"width\": 17", "inputNorm|frame|head")]
    [InlineData("\"width\": 16", "\"width\": 2000000000", "width")]
    [InlineData("\"width\": 16", "\"depth\": 16", "depth")]
    [InlineData("\"kind\": \"landmarkMlp\"", "\"kind\": \"pickle\"", "pickle")]
    [InlineData("\"framesPerSecond\": 12", "\"framesPerSecond\": -1", "framesPerSecond")]
    [InlineData("hasta-features/3", "hasta-features/2", "hasta-features/2.*hasta-features/3")]
    [InlineData("\"temperature\": 2", "\"temperature\": 0", "temperature")]
    public void An_incompatible_config_is_rejected_with_the_reason(string from, string to, string expected)
    {
        Save(7).Dispose();
        string text = File.ReadAllText(Config);
        Assert.Contains(from, text);
        File.WriteAllText(Config, text.Replace(from, to, StringComparison.Ordinal));

        Assert.Matches(expected, ErrorMessage());
    }

    [Theory]
    [InlineData("""{"kind":"landmarkMlp","width":4096}""")]
    [InlineData("""{"kind":"biLstm","width":4096}""")]
    [InlineData("""{"kind":"convTransformer","width":4096,"stages":32,"convBlocks":32,"heads":1,"expansion":8,"kernel":255}""")]
    [InlineData("""{"kind":"vitFusion","backbone":{"hiddenSize":8192,"intermediateSize":32768,"layers":64,"heads":1},"width":4096}""")]
    public void Sizes_larger_than_the_weights_are_rejected_before_memory_is_allocated(string model)
    {
        Save(7).Dispose();
        JsonNode config = JsonNode.Parse(File.ReadAllText(Config))!;
        config["model"] = JsonNode.Parse(model);
        if (model.Contains("vitFusion", StringComparison.Ordinal))
        {
            config["features"]!["frames"] = JsonNode.Parse("""{"size":224}""");
        }

        File.WriteAllText(Config, config.ToJsonString());

        Assert.Matches("needs at least [0-9]{7,} numbers", ErrorMessage());
    }

    [Fact]
    public void A_vocabulary_of_millions_is_rejected_before_memory_is_allocated()
    {
        Save(7).Dispose();
        File.WriteAllText(
            Path.Combine(Best, "vocabulary.json"),
            $"[{string.Join(',', Enumerable.Range(0, 3_000_000).Select(i => $"\"{i}\""))}]");

        Assert.Contains("bytes are more than", ErrorMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Finite_weights_with_non_finite_logits_are_an_error_that_names_the_model()
    {
        Save(7).Dispose();
        byte[] bytes = File.ReadAllBytes(Weights);
        int data = 8 + (int)BitConverter.ToUInt64(bytes);
        MemoryMarshal.Cast<byte, float>(bytes.AsSpan(data)).Fill(3e38f);
        File.WriteAllBytes(Weights, bytes);
        using var loaded = RecognitionModel.Load(run);

        Assert.Contains(
            "LandmarkMlp",
            Assert.Throws<NoAnswerException>(() => new SignRecognizer(loaded).Recognize(new Puppet().Sign())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Non_finite_weights_are_rejected()
    {
        Save(7).Dispose();
        byte[] bytes = File.ReadAllBytes(Weights);
        bytes.AsSpan(bytes.Length - 4).Fill(0xFF);
        File.WriteAllBytes(Weights, bytes);

        Assert.Contains("not finite", ErrorMessage());
    }

    /// <summary>The error message, which is the same from both loaders.</summary>
    private string ErrorMessage()
    {
        string message = Assert.Throws<BadFileException>(() => Checkpoint.Load(run, CPU)).Message;
        Assert.Equal(message, Assert.Throws<BadFileException>(() => RecognitionModel.Load(run)).Message);
        return message;
    }

    private static Checkpoint Create(int seed)
    {
        manual_seed(seed);
        var model = new LandmarkMlpConfig { Width = 16 };
        var config = new CheckpointConfig
        {
            Model = model,
            Features = new FeatureConfig(),
            Extractor = FeatureExtractor.Name,
            Temperature = 2,
            UnsureBelow = 0.4,
            Origin = "a test",
        };
        return new Checkpoint(config, new Vocabulary(["a", "b", "c"]), Classifiers.Create(model, 3));
    }

    private static float[] Logits(Checkpoint checkpoint)
    {
        checkpoint.Classifier.eval();
        FeatureSequence clip = FeatureExtractor.Extract(new SequenceNormalizer(checkpoint.Config.Features).Extract(new Puppet().Sign()));
        using IDisposable noGradients = no_grad();
        using var batch = FeatureBatch.From([clip], CPU);
        using Tensor logits = checkpoint.Classifier.call(batch);
        return logits.data<float>().ToArray();
    }

    private Checkpoint Save(int seed)
    {
        Checkpoint checkpoint = Create(seed);
        checkpoint.Save(Best);
        return checkpoint;
    }
}
