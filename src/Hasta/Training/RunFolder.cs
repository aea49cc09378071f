using System.Text.Json;
using Hasta.Datasets;
using Hasta.Models;

namespace Hasta.Training;

/// <summary>
/// A run on disk: <c>config.json</c> (all settings as used), <c>splits.json</c>, <c>history.jsonl</c> (a line an epoch), <c>best/</c> (a
/// checkpoint) and <c>logs/</c>.
/// </summary>
public sealed class RunFolder(string root)
{
    /// <summary>Also stands in the checkpoint's own folder, so that a checkpoint taken elsewhere still knows its training clips.</summary>
    public const string SplitsFile = "splits.json";

    public string Root => root;

    public string Logs => Path.Combine(root, "logs");

    public string Best => Path.Combine(root, Checkpoint.BestFolder);

    public string ReportPage => Path.Combine(root, "report.html");

    private string HistoryFile => Path.Combine(root, "history.jsonl");

    /// <exception cref="RunExistsException">A run is there already: its results are not overwritten.</exception>
    public void Create(TrainingConfig config, SplitPlan plan)
    {
        if (File.Exists(Path.Combine(root, "config.json")))
        {
            throw new RunExistsException(root);
        }

        AtomicFile.WriteText(Path.Combine(root, "config.json"), JsonSerializer.Serialize(config, StrictJson.Indented));
        WriteSplits(root, plan);
    }

    public void Append(EpochResult result) =>
        File.AppendAllText(HistoryFile, JsonSerializer.Serialize(result, StrictJson.Line) + "\n");

    public void SaveBest(Checkpoint checkpoint, SplitPlan plan)
    {
        checkpoint.Save(Best);
        WriteSplits(Best, plan);
    }

    /// <summary>The plan a checkpoint or a run was trained by; null for a checkpoint that came without.</summary>
    public static SplitPlan? ReadSplits(string run)
    {
        string path = Path.Combine(Checkpoint.Locate(run), SplitsFile);
        return File.Exists(path) ? StrictJson.Read<SplitPlan>(path) : null;
    }

    private static void WriteSplits(string folder, SplitPlan plan) =>
        AtomicFile.WriteText(Path.Combine(folder, SplitsFile), JsonSerializer.Serialize(plan, StrictJson.Indented));
}
