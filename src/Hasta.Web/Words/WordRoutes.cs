using Hasta.Landmarks.Formats.Pose;
using Hasta.Recognition;
using Hasta.Recognition.References;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Words;

/// <summary>What can be recognized, and how it is signed.</summary>
internal static class WordRoutes
{
    /// <exception cref="Landmarks.BadFileException">The model's references are corrupt.</exception>
    public static void MapWords(this WebApplication app, SignRecognizer recognizer)
    {
        IReadOnlyDictionary<string, byte[]> references =
            recognizer.Folder is { } folder ? ReferenceFile.Read(folder, recognizer.Glosses) : new Dictionary<string, byte[]>();
        app.MapGet("/api/words", () => WordEntry.AllOf(recognizer, references.ContainsKey));
        app.MapGet("/api/words/{gloss}/pose", (string gloss) => references.TryGetValue(gloss, out byte[]? pose)
            ? Results.Bytes(pose, "application/octet-stream", fileDownloadName: gloss + PoseFile.Extension)
            : Results.Problem("There is no reference for this word. GET /api/words says which have one (hasPose).", statusCode: 404));
    }
}
