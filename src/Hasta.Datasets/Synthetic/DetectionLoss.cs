namespace Hasta.Datasets.Synthetic;

/// <summary>Detection failures of one hand in one clip: each lasts two to seven frames.</summary>
internal sealed class DetectionLoss(float rate, Random random)
{
    private int left;

    /// <summary>Whether the hand is lost in the next frame.</summary>
    public bool Next()
    {
        if (left == 0 && random.NextSingle() < rate)
        {
            left = random.Next(2, 8);
        }

        return left > 0 && left-- > 0;
    }
}
