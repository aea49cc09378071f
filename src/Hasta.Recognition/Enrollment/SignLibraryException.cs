using Hasta.Landmarks;

namespace Hasta.Recognition.Enrollment;

/// <summary>A sign library cannot be used as requested.</summary>
public sealed class SignLibraryException : HastaException
{
    public SignLibraryException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
