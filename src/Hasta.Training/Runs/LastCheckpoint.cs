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
/// <c>RUN/last/</c>: everything that training needs to resume as if it had not been interrupted. Replaced atomically after each epoch, and
/// at intervals within long epochs.
/// </summary>
/// <param name="folder">Folder of the checkpoint.</param>
/// <param name="interval">Time between two saves within an epoch.</param>
/// <param name="clock">Measures the interval.</param>
internal sealed class LastCheckpoint(string folder, TimeSpan interval, TimeProvider clock)
{
    private const string State = "state.json";
    private const string WeightsFile = "weights.safetensors";
    private const string BestWeights = "best.safetensors";
    private const string Remedy = "Restore it from a copy, or train again into another folder.";

    /// <summary>Default interval: the training time that a kill may lose.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(3);

    private long saved = clock.GetTimestamp();

    /// <summary>Path of the checkpoint; null if nothing has been saved yet.</summary>
    public string? FullPath => Locate(folder);

    /// <summary>
    /// Returns the path of the checkpoint, or of the previous one if a kill interrupted a save; null if there is none.
    /// </summary>
    public static string? Locate(string folder) =>
        ((string[])[folder, AtomicFolder.Previous(folder)]).FirstOrDefault(path => File.Exists(Path.Combine(path, State)));

    /// <summary>Returns a hash that identifies a run: its features, settings, glosses and clips.</summary>
    internal static string FingerprintOf(TrainingConfig config, TrainingInput input)
    {
        IEnumerable<string> clips = input.Train.Concat(input.Validation)
            .Select(clip => $"{clip.Clip} {input.Vocabulary.IndexOf(clip.Gloss)} {clip.Body.FrameCount}");
        string settings = JsonSerializer.Serialize(config, StrictJson.Line);
        string glosses = string.Join('\n', input.Vocabulary.Glosses);
        string text = $"{FeatureExtractor.Name}\n{settings}\n{glosses}\n{input.Train.Count}\n{string.Join('\n', clips)}";
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

            SavedState state = StateOf(progress, run, Hashes(target));
            AtomicFile.WriteText(Path.Combine(target, State), JsonSerializer.Serialize(state, StrictJson.Indented));
        });
        saved = clock.GetTimestamp();
    }

    /// <summary>Checks that saved weights are large enough for this network; called before it is created.</summary>
    /// <exception cref="BadFileException">The saved weights have fewer numbers.</exception>
    internal void RequireFileSize(ModelConfig model, int glosses)
    {
        if (FullPath is { } path && InputFile.Find(Path.Combine(path, WeightsFile)) is { Exists: true } file
            && model.MinParameters(FeatureExtractor.Count, glosses) is var min && min > file.Length / sizeof(float))
        {
            throw new BadFileException(
                file.FullName,
                $"{file.Length} bytes are too few for the run's {model.Name} of at least {min} numbers.",
                Remedy);
        }
    }

    /// <returns>False if there is no checkpoint.</returns>
    /// <exception cref="BadFileException">The checkpoint is damaged, or belongs to another run.</exception>
    internal bool Restore(TrainingState progress, string run)
    {
        if (Locate(folder) is not { } path)
        {
            return false;
        }

        SavedState state = StrictJson.Read<SavedState>(Path.Combine(path, State));
        if (state.Run != run)
        {
            throw new BadFileException(
                path,
                "this checkpoint belongs to other settings or other clips than this run's.",
                "Restore the data folder, or train again into another folder.");
        }

        Verify(path, state.Files);
        foreach ((string name, IReadOnlyDictionary<string, torch.Tensor> tensors) in Tensors(progress))
        {
            Weights.Load(tensors, Path.Combine(path, name));
        }

        progress.Best.Restore(state.Best, Path.Combine(path, BestWeights));
        (progress.Epoch, progress.Step, progress.LossSum, progress.MicroBatch) = (state.Epoch, state.Step, state.LossSum, state.MicroBatch);
        (progress.Optimizer.Steps, progress.Averaging.Updates) = (state.Updates, state.Updates);
        return true;
    }

    private static SortedDictionary<string, string> Hashes(string checkpoint) => new(
        Directory.GetFiles(checkpoint, "*.safetensors").ToDictionary(path => Path.GetFileName(path), HashOf),
        StringComparer.Ordinal);

    private static string HashOf(string path)
    {
        using FileStream file = InputFile.Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static void Verify(string checkpoint, IReadOnlyDictionary<string, string> files)
    {
        foreach ((string name, string hash) in files)
        {
            string path = Path.Combine(checkpoint, name);
            if (!File.Exists(path))
            {
                throw new BadFileException(path, "this file of the checkpoint is missing.", Remedy);
            }

            if (HashOf(path) != hash)
            {
                throw new BadFileException(path, "it is damaged, or belongs to another checkpoint than the state.json next to it.", Remedy);
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
