using Hasta.Landmarks;

namespace Hasta.Tool;

/// <summary>Command-line arguments that are invalid or exclude each other.</summary>
internal sealed class UsageException : HastaException
{
    public UsageException(string message)
        : base(message)
    {
    }
}
