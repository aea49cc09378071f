namespace Hasta.Training.Hub;

/// <summary>A file of a model.</summary>
/// <param name="Name">Its name at the model's root.</param>
/// <param name="MaxBytes">Maximum size; a larger file is refused.</param>
/// <param name="Optional">Whether the file may be missing from a model.</param>
internal sealed record HubFile(string Name, long MaxBytes, bool Optional = false);
