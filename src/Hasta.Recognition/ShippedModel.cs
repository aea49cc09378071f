using Hasta.Landmarks;

namespace Hasta.Recognition;

/// <summary>
/// The shipped model in <c>models/isl-words</c> next to the program, where the build and the package Hasta.Models.IslWords copy it.
/// </summary>
public static class ShippedModel
{
    private static readonly string Relative = Path.Combine("models", "isl-words");

    /// <exception cref="BadFileException">The model is missing.</exception>
    public static string Find()
    {
        string path = Path.Combine(AppContext.BaseDirectory, Relative);
        return Directory.Exists(path)
            ? path
            : throw new BadFileException(
                path, "the shipped model is missing.", "Specify another one, or add the package Hasta.Models.IslWords.");
    }
}
