using Hasta.Include;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;

namespace Hasta.IncludeSessions;

/// <summary>The authors' lists: <c>include_train.txt</c> and its five siblings in the repository AI4Bharat/INCLUDE.</summary>
internal static class OfficialLists
{
    private static readonly (string Name, Split Split)[] Lists = [("train", Split.Train), ("val", Split.Validation), ("test", Split.Test)];

    /// <summary>All clips with their sessions and splits; the session-disjoint splits are computed again.</summary>
    /// <exception cref="BadFileException">A list is missing, lists a clip twice, or has a line that is not a clip's path.</exception>
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
                Official50 = official50.TryGetValue(file, out Split split) ? split : null,
            }),
        ];
        Dictionary<string, Split> splits = new SessionAssignment(clips).Best();
        return [.. clips.Select(clip => clip with { SessionDisjoint = splits[clip.Session] })];
    }

    private static Dictionary<string, Split> Read(string folder, string set)
    {
        var splits = new Dictionary<string, Split>(StringComparer.Ordinal);
        foreach ((string name, Split split) in Lists)
        {
            string path = Path.Combine(folder, $"{set}_{name}.txt");
            if (!File.Exists(path))
            {
                throw new BadFileException(path, "this file is missing.", "Specify the folder with the lists of AI4Bharat/INCLUDE.");
            }

            foreach (string line in StrictText.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0))
            {
                if (IncludeName.Parse(line) is null || !splits.TryAdd(line, split))
                {
                    throw new BadFileException(path, $"\"{line}\" is listed twice or is not a clip.", "Download the lists again.");
                }
            }
        }

        return splits;
    }
}
