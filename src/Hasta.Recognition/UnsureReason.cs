using System.Globalization;

namespace Hasta.Recognition;

/// <summary>Why an answer must not be acted on.</summary>
/// <param name="Kind">The reason, for programs.</param>
/// <param name="Text">The reason, for people: what is wrong with the clip, without a final period.</param>
public sealed record UnsureReason(UnsureKind Kind, string Text)
{
    /// <param name="threshold">0..1.</param>
    internal static UnsureReason LowConfidence(double threshold) => new(
        UnsureKind.LowConfidence,
        string.Create(CultureInfo.InvariantCulture, $"the confidence is below the threshold of {100 * threshold:0}%"));
}
