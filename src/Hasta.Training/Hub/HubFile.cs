namespace Hasta.Training.Hub;

/// <summary>A file of a model.</summary>
/// <param name="Name">Its name at the model's root.</param>
/// <param name="MaxBytes">A larger one is refused.</param>
/// <param name="Optional">Whether a model may be without it.</param>
internal sealed record HubFile(string Name, long MaxBytes, bool Optional = false);
