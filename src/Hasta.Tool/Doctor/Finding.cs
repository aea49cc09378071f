namespace Hasta.Tool.Doctor;

/// <summary>The result of one check by <c>hasta doctor</c>.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="State">Whether Hasta can work with it.</param>
/// <param name="Found">What was found.</param>
/// <param name="Remedy">What to do if there is a problem.</param>
internal sealed record Finding(string Name, FindingState State, string Found, string Remedy = "");
