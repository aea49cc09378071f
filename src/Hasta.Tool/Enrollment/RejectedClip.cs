namespace Hasta.Tool.Enrollment;

/// <summary>A recording that was not enrolled.</summary>
/// <param name="Clip">Its path.</param>
/// <param name="Reason">What is wrong with it.</param>
internal sealed record RejectedClip(string Clip, string Reason);
