using Hasta.Landmarks;

namespace Hasta.Datasets.Preparation;

/// <summary>The data folder cannot be used as requested.</summary>
internal sealed class DataFolderException : HastaException
{
    public DataFolderException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
