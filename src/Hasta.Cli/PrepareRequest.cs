using Hasta.Preparation;

namespace Hasta.Cli;

/// <summary>What to prepare, where to, and how many clips at a time.</summary>
public sealed record PrepareRequest(IReadOnlyList<PrepareItem> Items, string Out, int Workers);
