using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;

namespace Hasta.Include.Sessions;

/// <summary>The authors' lists, as <c>include_train.txt</c> and its five siblings of the repository AI4Bharat/INCLUDE have them.</summary>
internal static class OfficialLists
{
    private static readonly (string File, Split Part)[] Parts = [("train", Split.Train), ("val", Split.Validation), ("test", Split.Test)];

    /// <summary>All clips with their sessions and parts, the session-disjoint ones found again.</summary>
    /// <exception cref="BadFileException">A list is missing, names a clip twice, or what is no clip's path.</exception>
    public static IReadOnlyList<IncludeClip> Derive(string folder)
    {
        Dictionary<string, Split> official = Read(folder, "include");
        Dictionary<string, Split> official50 = Read(folder, "include50");
        string[] files = [.. official.Keys.Order(StringComparer.Ordinal)];
        IReadOnlyDictionary<string, string> sessions = SessionFinder.Find(files);
        IncludeClip[] clips =
        [
            .. files.Select(file => new IncludeClip
            {
                File = file,
                Gloss = IncludeName.Parse(file)!.Gloss,
                Session = sessions[file],
                Official = official[file],
                SessionDisjoint = Split.Train,
                Official50 = official50.TryGetValue(file, out Split part) ? part : null,
            }),
        ];
        Dictionary<string, Split> parts = new SessionDeal(clips).Best();
        return [.. clips.Select(clip => clip with { SessionDisjoint = parts[clip.Session] })];
    }

    private static Dictionary<string, Split> Read(string folder, string set)
    {
        var parts = new Dictionary<string, Split>(StringComparer.Ordinal);
        foreach ((string name, Split part) in Parts)
        {
            string path = Path.Combine(folder, $"{set}_{name}.txt");
            if (!File.Exists(path))
            {
                throw new BadFileException(path, "this file is missing.", "Give the folder with the lists of AI4Bharat/INCLUDE.");
            }

            foreach (string line in StrictText.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0))
            {
                if (IncludeName.Parse(line) is null || !parts.TryAdd(line, part))
                {
                    throw new BadFileException(path, $"\"{line}\" stands there twice or is no clip.", "Fetch the lists again.");
                }
            }
        }

        return parts;
    }
}
