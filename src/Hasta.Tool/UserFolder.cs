namespace Hasta.Tool;

/// <summary>What Hasta keeps for this user: <c>hasta</c> in XDG_DATA_HOME, ~/.local/share or Windows' local application data.</summary>
internal static class UserFolder
{
    /// <returns>The path of a folder, which need not exist; null if this user has no data folder.</returns>
    public static string? Find(string name) =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
            is { Length: > 0 } data
            ? Path.Combine(data, "hasta", name)
            : null;
}
