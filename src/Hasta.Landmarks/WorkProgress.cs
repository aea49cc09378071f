namespace Hasta.Landmarks;

/// <summary>How far a long piece of work is; the console turns it into a bar with time left.</summary>
/// <param name="Done">Finished items.</param>
/// <param name="Total">All items, 0 while unknown.</param>
/// <param name="Note">A few words on what is under way, such as the latest validation accuracy.</param>
internal readonly record struct WorkProgress(int Done, int Total, string Note);
