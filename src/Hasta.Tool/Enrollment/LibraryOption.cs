using System.CommandLine;
using Hasta.Recognition.Enrollment;

namespace Hasta.Tool.Enrollment;

/// <summary>The command-line option for the library of enrolled signs.</summary>
internal static class LibraryOption
{
    public static Option<string?> Library { get; } = new("--library")
    {
        Description = "The folder of enrolled signs. Default: hasta/signs in the user's data folder (XDG_DATA_HOME, ~/.local/share).",
        HelpName = "FOLDER",
        Recursive = true,
    };

    /// <exception cref="UsageException">There is no default folder on this system.</exception>
    public static string PathOf(ParseResult parsed) => parsed.GetValue(Library)
        ?? DefaultPath()
        ?? throw new UsageException("This user has no data folder: specify --library FOLDER.");

    /// <summary>The library for recognition: a folder that the user named, or the default one if it exists.</summary>
    public static SignLibrary? OpenIfAny(ParseResult parsed) =>
        (parsed.GetValue(Library) ?? DefaultPath()) is { } path && (parsed.GetValue(Library) is not null || Directory.Exists(path))
            ? SignLibrary.Open(path)
            : null;

    /// <summary>The library for recognition and teaching; the first change creates its folder. Null without a default folder.</summary>
    public static SignLibrary? OpenOrNew(ParseResult parsed) =>
        (parsed.GetValue(Library) ?? DefaultPath()) is { } path ? SignLibrary.Open(path) : null;

    private static string? DefaultPath() => UserFolder.Find("signs");
}
