namespace Hasta.Training.Evaluation.Strangers;

/// <summary>Recipes are chosen on the results of one half of the sources and reported on the other.</summary>
internal enum SourceHalf
{
    Choose,
    Report,
}
