using Hasta.Recognition;
using Hasta.Recognition.References;
using Hasta.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Words;

/// <summary>What can be recognized, and how it is signed.</summary>
internal static class WordRoutes
{
    private const string PoseType = "application/octet-stream";

    /// <exception cref="Landmarks.BadFileException">The model's references are corrupt.</exception>
    public static void MapWords(this WebApplication app, SignRecognizer recognizer)
    {
        IReadOnlyDictionary<string, byte[]> references =
            recognizer.Folder is { } folder ? ReferenceFile.Read(folder, recognizer.Glosses) : new Dictionary<string, byte[]>();
        app.MapGet("/api/words", () => WordEntry.AllOf(recognizer, references.ContainsKey))
            .WithSummary("The model's words and the enrolled signs.");
        app.MapGet("/api/words/{gloss}/pose", IResult (string gloss) => references.TryGetValue(gloss, out byte[]? pose)
                ? Results.Bytes(pose, PoseType)
                : Results.Problem("There is no reference for this word. GET /api/words says which have one (hasPose).", statusCode: 404))
            .WithSummary("How several signers sign a word on average, as a .pose file.")
            .Produces(StatusCodes.Status200OK, contentType: PoseType)
            .WithProblems(404);
    }
}
