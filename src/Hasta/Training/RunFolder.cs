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
        plan.Write(root);
    }

    /// <exception cref="BadFileException">A line is no epoch's result.</exception>
    public static IReadOnlyList<EpochResult> ReadHistory(string root)
    {
        string path = new RunFolder(root).HistoryFile;
        return File.Exists(path) ? [.. File.ReadLines(path).Select((line, i) => StrictJson.Parse<EpochResult>($"{path}:{i + 1}", line))] : [];
    }

    public void Append(EpochResult result) =>
        File.AppendAllText(HistoryFile, JsonSerializer.Serialize(result, StrictJson.Line) + "\n");

    /// <summary>
    /// The plan also stands in the checkpoint's own folder: taken elsewhere, a checkpoint still knows its training clips. Both are replaced in
    /// one step, so that neither is ever without the other.
    /// </summary>
    public void SaveBest(Checkpoint checkpoint, SplitPlan plan) => checkpoint.Save(Best, plan.Write);
}
