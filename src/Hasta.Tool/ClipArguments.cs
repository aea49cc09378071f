using System.CommandLine;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;

namespace Hasta.Tool;

/// <summary>Clips as a command line names them.</summary>
internal static class ClipArguments
{
    public static Option<int?> Person { get; } = new("--person") { Description = "Whom to take from .pose files of several people, from 1; the one whose hands move most where left out." };

    /// <summary>A folder stands for all clips in it and below, in the order of their names.</summary>
    /// <exception cref="BadFileException">A folder without clips.</exception>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths) =>
        [.. paths.SelectMany(path => Directory.Exists(path) ? ClipFinder.Below(path) : [path])];

    /// <exception cref="UsageException">No person has that number, or no clip holds several.</exception>
    public static int? CheckPerson(int? person, IEnumerable<string> clips)
    {
        if (person < 1)
        {
            throw new UsageException("--person counts from 1.");
        }

        return person is null || clips.Any(IsPose)
            ? person
            : throw new UsageException("--person chooses among the people of a .pose file, and none of the clips is one.");
    }

    public static bool IsPose(string path) => Path.GetExtension(path).Equals(PoseFile.Extension, StringComparison.OrdinalIgnoreCase);
}
