using Hasta.Landmarks;

namespace Hasta.Include.Download;

/// <summary>Something cannot be downloaded as asked; the message names the address or file and what to do. What was finished is kept.</summary>
internal sealed class DownloadException : HastaException
{
    public DownloadException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
