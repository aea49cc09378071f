using Hasta.Landmarks;

namespace Hasta.Web.Access;

/// <summary>A token, certificate or name that the server cannot use.</summary>
public sealed class AccessException : HastaException
{
    /// <param name="message">The problem and the remedy.</param>
    /// <param name="inner">What the system says; null if nothing.</param>
    public AccessException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
