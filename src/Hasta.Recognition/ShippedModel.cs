using Hasta.Landmarks;

namespace Hasta.Recognition;

/// <summary>The model in the box, <c>models/isl-words</c> beside the program: the build and the package Hasta.Models.IslWords copy it there.</summary>
public static class ShippedModel
{
    private static readonly string Relative = Path.Combine("models", "isl-words");

    /// <exception cref="BadFileException">It is not there.</exception>
    public static string Find()
    {
        string path = Path.Combine(AppContext.BaseDirectory, Relative);
        return Directory.Exists(path)
            ? path
            : throw new BadFileException(path, "the shipped model is missing.", "Name another, or add the package Hasta.Models.IslWords.");
    }
}
