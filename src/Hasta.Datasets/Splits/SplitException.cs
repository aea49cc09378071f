using Hasta.Landmarks;

namespace Hasta.Datasets.Splits;

/// <summary>The data set cannot be parted as asked; the message says what to give or to ask for instead.</summary>
internal sealed class SplitException : HastaException
{
    public SplitException(string message)
        : base(message)
    {
    }
}
