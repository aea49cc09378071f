using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hasta.Evaluation;

/// <summary>
/// The contract of <c>hasta evaluate --json</c>: one object on one line, fractions 0..1. Keys: clips, top1, low, high, intervalBy
/// (signer or clip), top5, macroF1, outOfVocabulary, top1InVocabulary, unsure {threshold, rate, top1WhenSure}, perSigner
/// {name: {clips, top1, low, high}}, perGloss {gloss: {clips, top1, low, high, precision, f1, inVocabulary}}, confusions
/// [{gloss, predicted, clips}], and the header's model, parameters, data, part, protocol, synthetic, measured, elapsed, machine.
/// What is not known is left out. New keys may come; none of these goes.
/// </summary>
public static class EvaluationJson
{
    public static string ToLine(EvaluationReport report)
    {
        JsonObject line = ToObject(report);
        foreach ((string key, JsonNode? value) in ToObject(report.Header))
        {
            line.Add(key, value?.DeepClone());
        }

        return line.ToJsonString(StrictJson.Line);
    }

    private static JsonObject ToObject<T>(T value) => JsonSerializer.SerializeToNode(value, StrictJson.Line)!.AsObject();
}
