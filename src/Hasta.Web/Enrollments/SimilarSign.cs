using System.Text.Json.Serialization;
using Hasta.Recognition.Enrollment;
using Hasta.Web.Words;

namespace Hasta.Web.Enrollments;

/// <summary>Another sign with which the takes may be confused.</summary>
/// <param name="Gloss">The other sign.</param>
/// <param name="Similarity">-1..1.</param>
internal sealed record SimilarSign(string Gloss, double Similarity)
{
    [JsonConverter(typeof(CamelCaseEnum))]
    public SignKind Kind { get; init; }
}
