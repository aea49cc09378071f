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
/// A run on disk: <c>config.json</c> (all settings as used), <c>splits.json</c>, <c>source.json</c> (the data folder), <c>metrics.jsonl</c> (a line an
/// epoch), <c>best/</c> (a checkpoint), <c>last/</c> (to resume from), <c>epochs/</c> (checkpoints of the latest, where asked for), <c>tensorboard/</c> and <c>logs/</c>.
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

    /// <summary>Pairs of clips that ought not to stand in different parts; there only where there are any.</summary>
    public string LeaksFile => Path.Combine(root, LeakFile.Name);

    private string ConfigFile => Path.Combine(root, "config.json");

    private string MetricsFile => Path.Combine(root, "metrics.jsonl");

    private string SourceFile => Path.Combine(root, "source.json");

    /// <summary>For one process at a time; also removes what killed ones have left. Creates the folder where needed.</summary>
    /// <returns>The lock, until it is disposed.</returns>
    /// <exception cref="RunBusyException">Another process is training there.</exception>
    /// <exception cref="BadFileException">The folder cannot be written.</exception>
    public IDisposable Lock()
    {
        Directory.CreateDirectory(root);
        FileStream exclusive = FolderLock.Take(Path.Combine(root, ".lock"), error => new RunBusyException(root, error));
        PendingFile.RemoveLeftoversIn(root);
        return exclusive;
    }

    /// <exception cref="RunExistsException">A run is there already: its results are not overwritten.</exception>
    public void Create(string data, TrainingConfig config, SplitPlan plan)
    {
        RequireNew();
        AtomicFile.WriteText(SourceFile, JsonSerializer.Serialize(new RunSource(Path.GetFullPath(data)), StrictJson.Indented));
        plan.Write(root);
        AtomicFile.WriteText(ConfigFile, JsonSerializer.Serialize(config, StrictJson.Indented));
    }

    /// <exception cref="RunExistsException">A run is there already.</exception>
    public void RequireNew()
    {
        if (File.Exists(ConfigFile))
        {
            throw new RunExistsException(root);
        }
    }

    /// <summary>The settings of the run that is here.</summary>
    /// <exception cref="BadFileException">There is none, or it cannot be read.</exception>
    public TrainingConfig ReadConfig() => StrictJson.Read<TrainingConfig>(ConfigFile);

    /// <summary>The data folder of the run that is here.</summary>
    /// <exception cref="BadFileException">There is none, or it cannot be read.</exception>
    public string ReadSource() => StrictJson.Read<RunSource>(SourceFile).Data;

    /// <exception cref="BadFileException">A line is no epoch's result.</exception>
    public static IReadOnlyList<EpochResult> ReadHistory(string root)
    {
        string path = new RunFolder(root).MetricsFile;
        return File.Exists(path) ? [.. JsonLines.Read<EpochResult>(path)] : [];
    }

    /// <summary>All epochs so far: the file is whole at any time, also after a kill and a new start from an earlier epoch.</summary>
    public void WriteHistory(IEnumerable<EpochResult> history) =>
        JsonLines.Write(MetricsFile, history);

    /// <summary>
    /// The plan also stands in the checkpoint's own folder: taken elsewhere, a checkpoint still knows its training clips. Both are replaced in
    /// one step, so that neither is ever without the other.
    /// </summary>
    public void SaveBest(Checkpoint checkpoint, SplitPlan plan) => checkpoint.Save(Best, plan.Write);

    /// <summary>An older one is removed only when this one is whole.</summary>
    /// <param name="epoch">From 1.</param>
    /// <param name="keep">So many of the latest stay, 1 or more.</param>
    /// <param name="checkpoint">After that epoch.</param>
    /// <param name="plan">Its clips.</param>
    public void SaveEpoch(int epoch, int keep, Checkpoint checkpoint, SplitPlan plan)
    {
        checkpoint.Save(Path.Combine(Epochs, EpochName(epoch)), plan.Write);
        foreach (string older in Directory.GetDirectories(Epochs).Where(folder => IsEpochUpTo(epoch - keep, folder) && AtomicFolder.IsOwn(folder)))
        {
            Directory.Delete(older, recursive: true);
        }
    }

    private static bool IsEpochUpTo(int epoch, string folder) =>
        Path.GetFileName(folder) is { Length: 6 } name && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= epoch;

    /// <summary>Names whose order is that of the epochs.</summary>
    private static string EpochName(int epoch) => epoch.ToString("D6", CultureInfo.InvariantCulture);

    /// <param name="Data">The data folder's full path.</param>
    private sealed record RunSource(string Data);
}
