namespace Hasta.TestKit;

/// <summary>A temporary folder for one test, deleted when the test ends.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hasta-").FullName;

    /// <summary>The full path of an entry in the folder.</summary>
    public string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file and creates its folders.</summary>
    /// <returns>Its full path.</returns>
    public string Write(string name, string text = "")
    {
        string path = At(name.Split('/'));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
