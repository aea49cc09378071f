using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Training.Checkpoints;
using TorchSharp;

namespace Hasta.Training.Runs;

/// <summary>
/// <c>RUN/last/</c>: everything that training needs to go on as if it had never stopped. Replaced as a whole after each epoch, and within
/// long ones as time passes.
/// </summary>
/// <param name="folder">Its own.</param>
/// <param name="interval">The time between two saves within an epoch.</param>
/// <param name="clock">Tells it.</param>
internal sealed class LastCheckpoint(string folder, TimeSpan interval, TimeProvider clock)
{
    private const string State = "state.json";
    private const string WeightsFile = "weights.safetensors";
    private const string BestWeights = "best.safetensors";
    private const string Remedy = "Bring it back from a copy, or train again into another folder.";

    /// <summary>What a kill may cost where nothing else is said.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(3);

    private long saved = clock.GetTimestamp();

    /// <summary>The folder, or null where nothing was saved yet.</summary>
    public string? Place => Locate(folder);

    /// <summary>Where it is, or where a save cut off by a kill left the one before; null where there is none.</summary>
    public static string? Locate(string folder) =>
        ((string[])[folder, AtomicFolder.Previous(folder)]).FirstOrDefault(place => File.Exists(Path.Combine(place, State)));

    /// <summary>Tells one run from another: its features, its settings, its glosses and its clips.</summary>
    internal static string RunOf(TrainingConfig config, TrainingInput parts)
    {
        string clips = string.Join('\n', parts.Train.Concat(parts.Validation).Select(clip => $"{clip.Clip} {parts.Vocabulary.IndexOf(clip.Gloss)} {clip.Body.FrameCount}"));
        string text = $"{FeatureExtractor.Name}\n{JsonSerializer.Serialize(config, StrictJson.Line)}\n{string.Join('\n', parts.Vocabulary.Glosses)}\n{parts.Train.Count}\n{clips}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    internal void SaveWhenDue(TrainingState progress, string run)
    {
        if (clock.GetElapsedTime(saved) >= interval)
        {
            Save(progress, run);
        }
    }

    internal void Save(TrainingState progress, string run)
    {
        AtomicFolder.Replace(folder, target =>
        {
            foreach ((string name, IReadOnlyDictionary<string, torch.Tensor> tensors) in Tensors(progress))
            {
                SafetensorsFile.Write(Path.Combine(target, name), Weights.ToArrays(tensors));
            }

            if (progress.Best.Weights.Count > 0)
            {
                SafetensorsFile.Write(Path.Combine(target, BestWeights), Weights.ToArrays(progress.Best.Weights));
            }

            AtomicFile.WriteText(Path.Combine(target, State), JsonSerializer.Serialize(StateOf(progress, run, Hashes(target)), StrictJson.Indented));
        });
        saved = clock.GetTimestamp();
    }

    /// <summary>Before a network of these sizes is made.</summary>
    /// <exception cref="BadFileException">The weights that are there have fewer numbers.</exception>
    internal void RequireNumbers(ModelConfig model, int glosses)
    {
        if (Place is { } place && InputFile.Find(Path.Combine(place, WeightsFile)) is { Exists: true } file
            && model.MinParameters(FeatureExtractor.Count, glosses) is var least && least > file.Length / sizeof(float))
        {
            throw new BadFileException(file.FullName, $"{file.Length} bytes are too few for the run's {model.Name} of at least {least} numbers.", Remedy);
        }
    }

    /// <returns>False where there is none.</returns>
    /// <exception cref="BadFileException">Torn, or of another run.</exception>
    internal bool Restore(TrainingState progress, string run)
    {
        if (Locate(folder) is not { } place)
        {
            return false;
        }

        SavedState state = StrictJson.Read<SavedState>(Path.Combine(place, State));
        if (state.Run != run)
        {
            throw new BadFileException(place, "this checkpoint belongs to other settings or other clips than this run's.", "Bring the data folder back as it was, or train again into another folder.");
        }

        Verify(place, state.Files);
        foreach ((string name, IReadOnlyDictionary<string, torch.Tensor> tensors) in Tensors(progress))
        {
            Weights.Load(tensors, Path.Combine(place, name));
        }

        progress.Best.Restore(state.Best, Path.Combine(place, BestWeights));
        (progress.Epoch, progress.Step, progress.LossSum, progress.MicroBatch) = (state.Epoch, state.Step, state.LossSum, state.MicroBatch);
        (progress.Optimizer.Steps, progress.Averaging.Updates) = (state.Updates, state.Updates);
        return true;
    }

    private static SortedDictionary<string, string> Hashes(string place) => new(
        Directory.GetFiles(place, "*.safetensors").ToDictionary(path => Path.GetFileName(path), HashOf),
        StringComparer.Ordinal);

    private static string HashOf(string path)
    {
        using FileStream file = InputFile.Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static void Verify(string place, IReadOnlyDictionary<string, string> files)
    {
        foreach ((string name, string hash) in files)
        {
            string path = Path.Combine(place, name);
            if (!File.Exists(path))
            {
                throw new BadFileException(path, "this part of the checkpoint is missing.", Remedy);
            }

            if (HashOf(path) != hash)
            {
                throw new BadFileException(path, "it is damaged, or of another checkpoint than the state.json beside it.", Remedy);
            }
        }
    }

    private static (string Name, IReadOnlyDictionary<string, torch.Tensor> Tensors)[] Tensors(TrainingState progress) =>
    [
        (WeightsFile, Weights.Collect(progress.Classifier)),
        ("average.safetensors", Weights.Collect(progress.Average)),
        ("optimizer.safetensors", progress.Optimizer.Moments),
    ];

    private static SavedState StateOf(TrainingState progress, string run, IReadOnlyDictionary<string, string> files) => new()
    {
        Run = run,
        Epoch = progress.Epoch,
        Step = progress.Step,
        LossSum = progress.LossSum,
        MicroBatch = progress.MicroBatch,
        Updates = progress.Optimizer.Steps,
        Best = progress.Best.State,
        Files = files,
    };
}
