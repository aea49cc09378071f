using Hasta.Landmarks;
using Hasta.Landmarks.IO;

namespace Hasta.Web.Model;

/// <summary><c>card.json</c> beside a model: what is known of it apart from its files.</summary>
/// <param name="Licence">An SPDX expression.</param>
/// <param name="Accuracy">What was measured.</param>
internal sealed record ModelCard(string Licence, ModelAccuracy Accuracy)
{
    private const string FileName = "card.json";
    private const int MaxBytes = 64 << 10;

    /// <param name="folder">The folder of the model.</param>
    /// <returns>Null if the model has no card.</returns>
    /// <exception cref="BadFileException">The card is not valid.</exception>
    public static ModelCard? Find(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        ModelCard card = StrictJson.Read<ModelCard>(path, MaxBytes);
        return card.Accuracy is { Strangers: >= 0 and <= 1, WorstStranger: >= 0 and <= 1 }
            ? card
            : throw new BadFileException(path, "a figure of accuracy is not in 0..1.", "Correct it, or remove the file.");
    }
}
