using System.Text.Json;
using System.Text.Json.Nodes;
using Hasta.Landmarks.IO;
using Hasta.Recognition;

namespace Hasta.Web.Clips;

/// <summary>The answer of <c>POST /api/recognize</c>: the line of <c>hasta recognize --json</c>, <c>warnings</c> and <c>pose</c>.</summary>
internal static class ClipAnswer
{
    /// <summary>The clip's name in answers and errors: the server knows no other, and its own file's is nobody's business.</summary>
    public const string Name = "upload";

    /// <param name="result">The answer for the clip.</param>
    /// <param name="engineWarning">A reason to doubt the answers for all videos; null if there is none.</param>
    /// <param name="pose">The clip's landmarks as a .pose file; null if not requested.</param>
    public static string ToJson(SignResult result, string? engineWarning, byte[]? pose)
    {
        JsonObject answer = JsonSerializer.SerializeToNode(RecognitionLine.From(Name, result), StrictJson.Line)!.AsObject();
        string[] warnings =
        [
            .. engineWarning is null ? Array.Empty<string>() : [engineWarning],
            .. result.Warnings,
            .. result.People is { Count: > 1 } people
                ? [$"{people.Count} people at the start; person {people.Tracked} from the left is used."]
                : Array.Empty<string>(),
        ];
        answer["warnings"] = JsonSerializer.SerializeToNode(warnings, StrictJson.Line);
        if (pose is not null)
        {
            answer["pose"] = Convert.ToBase64String(pose);
        }

        return answer.ToJsonString(StrictJson.Line);
    }
}
