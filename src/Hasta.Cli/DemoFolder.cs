using System.Globalization;
using System.Text;
using Hasta.Datasets.Synthetic;
using Hasta.Datasets.Synthetic.Signs;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;

namespace Hasta.Cli;

/// <summary>The demo's folder: synthetic clips and their CSV, the data folder, the run.</summary>
internal sealed class DemoFolder : IDisposable
{
    private const string MarkerFile = ".hasta-demo";

    private static readonly SyntheticCorpusConfig Corpus = new() { Signers = 10, ClipsPerSign = 5, Seed = 1 };

    private readonly string root;
    private readonly FileStream exclusive;

    /// <summary>Removes the folders of an earlier demo, and nothing else.</summary>
    /// <exception cref="BadFileException">
    /// A folder with the name of a demo folder exists that no demo created, or a demo is already running there.
    /// </exception>
    public DemoFolder(string root)
    {
        this.root = root;
        string[] existing = [.. new[] { Clips, Data, Run }.Where(Directory.Exists)];
        string marker = Path.Combine(root, MarkerFile);
        if (existing.Length > 0 && !File.Exists(marker))
        {
            throw new BadFileException(
                existing[0], "this folder exists and was not created by a demo.", "Choose another --out, or move the folder away.");
        }

        Directory.CreateDirectory(root);
        exclusive = FolderLock.Take(
            marker,
            error => new BadFileException(root, "another demo is running there.", "Wait for it to end, or choose another --out.", error));
        foreach (string folder in existing)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public string Data => Path.Combine(root, "data");

    public string Run => Path.Combine(root, "run");

    private string Clips => Path.Combine(root, "clips");

    public void Dispose() => exclusive.Dispose();

    /// <returns>Path of the CSV that lists the clips.</returns>
    public string GenerateClips(IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        int total = Corpus.Signers * Corpus.ClipsPerSign * SyntheticSigns.All.Count;
        var rows = new StringBuilder("file,gloss,signer\n");
        foreach ((int i, SyntheticClip clip) in SyntheticCorpus.Generate(Corpus).Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            string file = $"{clip.Gloss}/{clip.Signer}-{clip.Index}{PoseFile.Extension}";
            PoseFile.Write(Path.Combine(Clips, file), clip.Landmarks);
            rows.Append(CultureInfo.InvariantCulture, $"{file},{clip.Gloss},{clip.Signer}\n");
            progress.Report(new WorkProgress(i + 1, total, ""));
        }

        string csv = Path.Combine(Clips, "clips.csv");
        AtomicFile.WriteText(csv, rows.ToString());
        return csv;
    }
}
