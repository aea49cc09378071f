using System.Globalization;
using System.Text;
using Hasta.Landmarks.Files;
using Hasta.Synthesis;

namespace Hasta.Cli;

/// <summary>The demo's folder: made-up clips and their CSV, the data folder, the run.</summary>
public sealed class DemoFolder(string root)
{
    private static readonly SyntheticCorpusConfig Corpus = new() { Signers = 10, ClipsPerSign = 5, Seed = 1 };

    public string Data => Path.Combine(root, "data");

    public string Run => Path.Combine(root, "run");

    private string Clips => Path.Combine(root, "clips");

    /// <summary>Made by the first demo there, before anything else.</summary>
    private string Mark => Path.Combine(root, ".hasta-demo");

    /// <summary>Removes what an earlier demo made there, and nothing else.</summary>
    /// <exception cref="BadFileException">Somebody else's folder has the name of one of the demo's.</exception>
    public void Clear()
    {
        foreach (string folder in new[] { Clips, Data, Run }.Where(Directory.Exists))
        {
            if (!File.Exists(Mark))
            {
                throw new BadFileException(folder, "this folder is there already, and no demo made it.", "Choose another --out, or move it away.");
            }

            Directory.Delete(folder, recursive: true);
        }

        AtomicFile.WriteText(Mark, "");
    }

    /// <returns>The CSV that names the clips.</returns>
    public string MakeClips(IProgress<WorkProgress> progress, CancellationToken cancellationToken)
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
