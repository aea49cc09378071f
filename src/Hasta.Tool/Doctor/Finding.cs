namespace Hasta.Tool.Doctor;

/// <summary>One thing that <c>hasta doctor</c> looked at.</summary>
/// <param name="Name">What it looked at.</param>
/// <param name="State">Whether Hasta can work with it.</param>
/// <param name="Found">What there is.</param>
/// <param name="Remedy">What to do, where something is not right.</param>
internal sealed record Finding(string Name, FindingState State, string Found, string Remedy = "");
