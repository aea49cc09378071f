namespace Hasta.Landmarks;

/// <summary>The person that was chosen from a landmark file with several.</summary>
/// <param name="Number">From 1, in the file's order.</param>
/// <param name="People">Number of people per frame in the file, including those who are never seen.</param>
/// <param name="IsRequested">Whether the user chose the person; otherwise it is the one whose hands sign most.</param>
public sealed record PersonChoice(int Number, int People, bool IsRequested);
