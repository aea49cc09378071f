using Hasta.Landmarks;

namespace Hasta.Recognition.Models;

/// <summary>A model's logits or embedding are not finite: its weights overflow, so it has no answer.</summary>
public sealed class NoAnswerException : HastaException
{
    public NoAnswerException(string model)
        : base($"{model}: the output is not a number, because the weights are too large. Copy the checkpoint again, or train another one.")
    {
    }

    /// <param name="model">The network's name, for the message.</param>
    /// <param name="logits">Logits of any number of clips.</param>
    /// <exception cref="NoAnswerException">A logit is not finite.</exception>
    internal static void ThrowUnlessFinite(string model, params IEnumerable<float[]> logits)
    {
        if (!logits.All(clip => Array.TrueForAll(clip, float.IsFinite)))
        {
            throw new NoAnswerException(model);
        }
    }
}
