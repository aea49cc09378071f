namespace Hasta.Landmarks;

/// <summary>Progress of a long operation; the console shows it as a bar with the time left.</summary>
/// <param name="Done">Finished items.</param>
/// <param name="Total">Total number of items, 0 while unknown.</param>
/// <param name="Note">A short status, such as the latest validation accuracy.</param>
internal readonly record struct WorkProgress(int Done, int Total, string Note);
