namespace Hasta.TestKit;

/// <summary>Finds the team's real data: HASTA_SHARED, else ../shared next to the checkout.</summary>
internal static class SharedData
{
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    /// <summary>The full path of a file or folder below shared/data; skips the test (fails it under CI=true) if it is missing.</summary>
    public static string Path(params string[] parts)
    {
        string shared = Environment.GetEnvironmentVariable("HASTA_SHARED") ?? System.IO.Path.Combine(RepositoryRoot, "..", "shared");
        string path = System.IO.Path.GetFullPath(System.IO.Path.Combine([shared, "data", .. parts]));
        if (!System.IO.Path.Exists(path))
        {
            string reason = $"{path} is missing; set HASTA_SHARED to the folder that holds data/.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }

        return path;
    }

    private static string FindRepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Hasta.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run from below the checkout.");
    }
}
