using Hasta.Landmarks;

namespace Hasta.Tool;

/// <summary>Arguments that do not go together.</summary>
internal sealed class UsageException : HastaException
{
    public UsageException(string message)
        : base(message)
    {
    }
}
