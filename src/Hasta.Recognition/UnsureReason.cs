namespace Hasta.Recognition;

/// <summary>Why an answer is not to be acted on.</summary>
/// <param name="Kind">For programs.</param>
/// <param name="Text">For people: what is wrong with the clip, without a full stop.</param>
public sealed record UnsureReason(UnsureKind Kind, string Text);
