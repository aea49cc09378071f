using Hasta.Landmarks;

namespace Hasta.Datasets.Splits;

/// <summary>The data set cannot be split as requested; the message names what to provide or to request instead.</summary>
internal sealed class SplitException : HastaException
{
    public SplitException(string message)
        : base(message)
    {
    }
}
