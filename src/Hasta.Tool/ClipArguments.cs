using System.CommandLine;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;

namespace Hasta.Tool;

/// <summary>Expands and checks the clips of a command line.</summary>
internal static class ClipArguments
{
    public static Option<int?> Person { get; } = new("--person")
    {
        Description = "The person to use from .pose files of several people, from 1. Default: the person with the most hand movement.",
    };

    /// <summary>Replaces each folder by all clips in it and its subfolders, ordered by name.</summary>
    /// <exception cref="BadFileException">A folder contains no clips.</exception>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths) =>
        [.. paths.SelectMany(path => Directory.Exists(path) ? ClipFinder.Below(path) : [path])];

    /// <exception cref="UsageException">The number is below 1, or no clip is a .pose file.</exception>
    public static int? CheckPerson(int? person, IEnumerable<string> clips)
    {
        if (person < 1)
        {
            throw new UsageException("--person must be 1 or more.");
        }

        return person is null || clips.Any(IsPose)
            ? person
            : throw new UsageException("--person chooses among the people of a .pose file, and none of the clips is one.");
    }

    public static bool IsPose(string path) => Path.GetExtension(path).Equals(PoseFile.Extension, StringComparison.OrdinalIgnoreCase);
}
