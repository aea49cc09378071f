using System.Text.Json.Serialization;
using Hasta.Recognition.Enrollment;

namespace Hasta.Tool.Enrollment;

/// <summary>
/// The contract of <c>hasta enroll --json</c>: one object per sign. <c>added</c>: recordings used; <c>recordings</c>: all that the library
/// has of the sign; <c>rejected</c>: recordings that show no sign; <c>unlike</c>: recordings unlike the others; <c>similar</c>: other signs
/// with which it may be confused; <c>moreRecordings</c>: how many more would help.
/// </summary>
internal sealed record EnrollLine(string Gloss, int Added)
{
    public int Recordings { get; init; }

    public IReadOnlyList<RejectedClip> Rejected { get; init; } = [];

    public IReadOnlyList<string> Unlike { get; init; } = [];

    public IReadOnlyList<SignMatch> Similar { get; init; } = [];

    public int MoreRecordings { get; init; }

    [JsonIgnore]
    public IReadOnlyList<EnrollmentClip> Usable { get; init; } = [];

    public static EnrollLine From(string gloss, EnrollmentCheck check, IReadOnlyList<RejectedClip> damaged) =>
        new(gloss, check.Usable.Count)
        {
            Rejected = [.. damaged, .. check.Rejected.Select(clip => new RejectedClip(clip.Clip.Source, clip.Reason))],
            Unlike = [.. check.Unlike.Select(clip => clip.Source)],
            Similar = check.Similar,
            MoreRecordings = check.MoreRecordings,
            Usable = check.Usable,
        };
}
