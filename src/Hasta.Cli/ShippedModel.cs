namespace Hasta.Cli;

/// <summary>The model in the box, <c>models/isl-words</c>.</summary>
public static class ShippedModel
{
    private static readonly string Relative = Path.Combine("models", "isl-words");

    /// <exception cref="BadFileException">It is not there: the build copies it beside the program.</exception>
    public static string Find()
    {
        string path = Path.Combine(AppContext.BaseDirectory, Relative);
        return Directory.Exists(path)
            ? path
            : throw new BadFileException(path, "the shipped model is missing.", "Name one with --model RUN, or build Hasta again.");
    }
}
