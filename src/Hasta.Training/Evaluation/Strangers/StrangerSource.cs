namespace Hasta.Training.Evaluation.Strangers;

/// <summary>Where clips come from: a repository, a recording session or a camera, with people and habits of its own.</summary>
/// <param name="Name">Unique.</param>
/// <param name="IsConfirmed">Whether its author or data set states that the language is ISL.</param>
/// <param name="Half">What the source may be used for.</param>
/// <param name="Ships">Whether its licence allows a model that is given away to be trained on it.</param>
internal sealed record StrangerSource(string Name, bool IsConfirmed, SourceHalf Half, bool Ships);
