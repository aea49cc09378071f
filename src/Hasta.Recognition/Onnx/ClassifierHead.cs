namespace Hasta.Recognition.Onnx;

/// <summary>Names of the last values of a classifier's graph.</summary>
/// <param name="Embedding">The input of the head, which is what all real frames have in common: <c>[batch, width]</c>.</param>
/// <param name="Width">Values of an embedding.</param>
/// <param name="Logits"><c>[batch, gloss]</c>.</param>
internal sealed record ClassifierHead(string Embedding, int Width, string Logits)
{
    /// <summary>Adds the last layer.</summary>
    /// <param name="layers">The writer of the graph.</param>
    /// <param name="embedding"><c>[batch, width]</c>.</param>
    /// <param name="name">Name of the last layer.</param>
    /// <param name="width">Values of an embedding.</param>
    /// <param name="glosses">The vocabulary's size.</param>
    public static ClassifierHead Write(LayerWriter layers, string embedding, string name, int width, int glosses) =>
        new(embedding, width, layers.Linear(embedding, name, width, glosses));
}
