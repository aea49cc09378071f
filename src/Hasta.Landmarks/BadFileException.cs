namespace Hasta.Landmarks;

/// <summary>A file that the user gave is missing, damaged, hostile or of another kind than it should be.</summary>
public sealed class BadFileException : HastaException
{
    public BadFileException(string path, string problem, string remedy, Exception? inner = null)
        : base($"{path}: {problem} {remedy}", inner)
    {
        Path = path;
    }

    public string Path { get; }
}
