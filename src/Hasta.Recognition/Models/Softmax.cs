namespace Hasta.Recognition.Models;

/// <summary>Converts logits to confidences.</summary>
internal static class Softmax
{
    /// <summary>The softmax of logits divided by a temperature (Guo et al. 2017, "On calibration of modern neural networks").</summary>
    /// <returns>Confidences 0..1 that add up to 1, in the logits' order.</returns>
    public static float[] Compute(ReadOnlySpan<float> logits, double temperature)
    {
        float max = float.NegativeInfinity;
        foreach (float logit in logits)
        {
            max = Math.Max(max, logit);
        }

        float[] confidences = new float[logits.Length];
        double sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            confidences[i] = (float)Math.Exp((logits[i] - max) / temperature);
            sum += confidences[i];
        }

        for (int i = 0; i < confidences.Length; i++)
        {
            confidences[i] = (float)(confidences[i] / sum);
        }

        return confidences;
    }
}
