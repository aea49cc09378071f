using Hasta.Recognition.Live;
using Hasta.Training.Data.Streams;

namespace Hasta.Training.Evaluation.Streams;

/// <summary>What was signed in a stream, and what was recognized.</summary>
/// <param name="Signs">The truth, in order of time.</param>
/// <param name="Duration">Length of the stream.</param>
/// <param name="Events">In order of time.</param>
internal sealed record PlayedStream(IReadOnlyList<StreamSign> Signs, TimeSpan Duration, IReadOnlyList<LiveEvent> Events)
{
    /// <summary>Source and camera.</summary>
    public string Title { get; init; } = "";
}
