using Hasta.Landmarks;

namespace Hasta.Datasets.Fetching;

/// <summary>
/// Something cannot be downloaded as requested; the message contains the address or file and the remedy. Finished files are kept.
/// </summary>
internal sealed class DownloadException : HastaException
{
    public DownloadException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Whether the server did not respond, or is overloaded.</summary>
    public bool IsUnreachable { get; init; }
}
