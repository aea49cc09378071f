using System.Globalization;
using System.Text.Json;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition.Models;
using Hasta.Training.Checkpoints;

namespace Hasta.Training.Runs;

/// <summary>
/// A run on disk: <c>config.json</c> (all settings as used), <c>splits.json</c>, <c>source.json</c> (the data folder),
/// <c>metrics.jsonl</c> (a line per epoch), <c>best/</c> (a checkpoint), <c>last/</c> (to resume from), <c>epochs/</c> (checkpoints of the
/// latest epochs, if enabled), <c>tensorboard/</c> and <c>logs/</c>.
/// </summary>
internal sealed class RunFolder(string root)
{
    public string Root => root;

    public string Logs => Path.Combine(root, "logs");

    public string Best => Path.Combine(root, CheckpointFolder.BestFolder);

    public string Last => Path.Combine(root, "last");

    /// <summary>Checkpoints of the latest epochs, each named after its epoch.</summary>
    public string Epochs => Path.Combine(root, "epochs");

    public string TensorBoard => Path.Combine(root, "tensorboard");

    public string ReportPage => Path.Combine(root, "report.html");

    /// <summary>Pairs of clips that should not be in different splits; the file exists only if there are any.</summary>
    public string LeaksFile => Path.Combine(root, LeakFile.Name);

    private string ConfigFile => Path.Combine(root, "config.json");

    private string MetricsFile => Path.Combine(root, "metrics.jsonl");

    private string SourceFile => Path.Combine(root, "source.json");

    /// <summary>Locks the run for one process, and removes leftovers of killed processes. Creates the folder if needed.</summary>
    /// <returns>The lock, which is held until it is disposed.</returns>
    /// <exception cref="RunBusyException">Another process is training there.</exception>
    /// <exception cref="BadFileException">The folder cannot be written.</exception>
    public IDisposable Lock()
    {
        Directory.CreateDirectory(root);
        FileStream exclusive = FolderLock.Take(Path.Combine(root, ".lock"), error => new RunBusyException(root, error));
        PendingFile.RemoveLeftoversIn(root);
        return exclusive;
    }

    /// <exception cref="RunExistsException">The folder already contains a run; its results are not overwritten.</exception>
    public void Create(string data, TrainingConfig config, SplitPlan plan)
    {
        RequireNew();
        AtomicFile.WriteText(SourceFile, JsonSerializer.Serialize(new RunSource(Path.GetFullPath(data)), StrictJson.Indented));
        plan.Write(root);
        AtomicFile.WriteText(ConfigFile, JsonSerializer.Serialize(config, StrictJson.Indented));
    }

    /// <exception cref="RunExistsException">The folder already contains a run.</exception>
    public void RequireNew()
    {
        if (File.Exists(ConfigFile))
        {
            throw new RunExistsException(root);
        }
    }

    /// <summary>Returns the settings of the run.</summary>
    /// <exception cref="BadFileException">There is no run, or its settings cannot be read.</exception>
    public TrainingConfig ReadConfig() => StrictJson.Read<TrainingConfig>(ConfigFile);

    /// <summary>Returns the data folder of the run.</summary>
    /// <exception cref="BadFileException">There is no run, or its data folder cannot be read.</exception>
    public string ReadSource() => StrictJson.Read<RunSource>(SourceFile).Data;

    /// <exception cref="BadFileException">A line is not the result of an epoch.</exception>
    public static IReadOnlyList<EpochResult> ReadHistory(string root)
    {
        string path = new RunFolder(root).MetricsFile;
        return File.Exists(path) ? [.. JsonLines.Read<EpochResult>(path)] : [];
    }

    /// <summary>Writes all epochs so far. The file is always complete, even after a kill and a resume from an earlier epoch.</summary>
    public void WriteHistory(IEnumerable<EpochResult> history) =>
        JsonLines.Write(MetricsFile, history);

    /// <summary>
    /// The split plan is also saved in the checkpoint's folder, so that a checkpoint copied elsewhere still lists its training clips. Both
    /// are replaced atomically, so that neither exists without the other.
    /// </summary>
    public void SaveBest(Checkpoint checkpoint, SplitPlan plan) => checkpoint.Save(Best, plan.Write);

    /// <summary>Saves a checkpoint of an epoch. Older ones are removed only after it is complete.</summary>
    /// <param name="epoch">From 1.</param>
    /// <param name="keep">Number of latest epochs to keep, at least 1.</param>
    /// <param name="checkpoint">The checkpoint after that epoch.</param>
    /// <param name="plan">The split plan of the run.</param>
    public void SaveEpoch(int epoch, int keep, Checkpoint checkpoint, SplitPlan plan)
    {
        checkpoint.Save(Path.Combine(Epochs, EpochName(epoch)), plan.Write);
        foreach (string folder in Directory.GetDirectories(Epochs))
        {
            if (IsEpochUpTo(epoch - keep, folder) && AtomicFolder.IsOwn(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static bool IsEpochUpTo(int epoch, string folder) =>
        Path.GetFileName(folder) is { Length: 6 } name
        && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number <= epoch;

    /// <summary>Returns a folder name that sorts by epoch.</summary>
    private static string EpochName(int epoch) => epoch.ToString("D6", CultureInfo.InvariantCulture);

    /// <param name="Data">The data folder's full path.</param>
    private sealed record RunSource(string Data);
}
