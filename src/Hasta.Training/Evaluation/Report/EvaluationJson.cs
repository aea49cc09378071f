using System.Text.Json;
using System.Text.Json.Nodes;
using Hasta.Landmarks.IO;

namespace Hasta.Training.Evaluation.Report;

/// <summary>
/// The contract of <c>hasta evaluate --json</c> (one line) and of <c>report.json</c> (the same, indented): one object, fractions 0..1.
/// Keys: clips, top1, low, high, intervalBy (signer or clip), top5, top5Interval {low, high}, macroF1, macroF1Interval, mirrored {top1,
/// low, high}, includeLabels {clips, original {top1, low, high}, corrected}, outOfVocabulary, top1InVocabulary, unsure {threshold, rate,
/// top1WhenSure}, reliability {ece, bins [{from, to, clips, right, confidence}]}, perSigner {name: {clips, top1, low, high}}, perGloss
/// {gloss: {clips, top1, low, high, precision, f1, inVocabulary}}, confusions [{gloss, predicted, clips}], leaks {kind: {pairs, clips}},
/// and the header's model, parameters, data, part, protocol, synthetic, temperature, measured, elapsed, machine. Unknown values are left
/// out. Keys may be added, but none is removed.
/// </summary>
internal static class EvaluationJson
{
    public static string ToLine(EvaluationReport report) => Merge(report).ToJsonString(StrictJson.Line);

    public static string ToText(EvaluationReport report) => Merge(report).ToJsonString(StrictJson.Indented) + "\n";

    private static JsonObject Merge(EvaluationReport report)
    {
        JsonObject merged = ToObject(report);
        foreach ((string key, JsonNode? value) in ToObject(report.Header))
        {
            merged.Add(key, value?.DeepClone());
        }

        return merged;
    }

    private static JsonObject ToObject<T>(T value) => JsonSerializer.SerializeToNode(value, StrictJson.Line)!.AsObject();
}
