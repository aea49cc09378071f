namespace Hasta.Landmarks;

/// <summary>Which person of a landmark file with several was taken.</summary>
/// <param name="Number">From 1, in the file's order.</param>
/// <param name="People">The file's places for people, those that nobody ever fills included.</param>
/// <param name="IsAsked">Whether the user chose the person; otherwise it is the one whose hands sign most.</param>
public sealed record PersonChoice(int Number, int People, bool IsAsked);
