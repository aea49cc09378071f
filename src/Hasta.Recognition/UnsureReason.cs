namespace Hasta.Recognition;

/// <summary>Why an answer must not be acted on.</summary>
/// <param name="Kind">The reason, for programs.</param>
/// <param name="Text">The reason, for people: what is wrong with the clip, without a final period.</param>
public sealed record UnsureReason(UnsureKind Kind, string Text);
