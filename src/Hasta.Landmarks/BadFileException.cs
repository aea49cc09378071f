namespace Hasta.Landmarks;

/// <summary>A file supplied by the user is missing, corrupt, malicious or of the wrong kind.</summary>
public sealed class BadFileException : HastaException
{
    public BadFileException(string path, string problem, string remedy, Exception? inner = null)
        : base($"{path}: {problem} {remedy}", inner)
    {
        Path = path;
    }

    public string Path { get; }
}
