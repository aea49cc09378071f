namespace Hasta.Landmarks;

/// <summary>
/// An error that the user can fix: the message names the path or value at fault and the remedy. Bugs throw the BCL's argument exceptions
/// instead.
/// </summary>
public abstract class HastaException : Exception
{
    protected HastaException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
