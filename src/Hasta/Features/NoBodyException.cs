namespace Hasta.Features;

/// <summary>A clip in which no person can be made out: there is nothing to measure signs by.</summary>
public sealed class NoBodyException : HastaException
{
    public NoBodyException(string problem)
        : base($"{problem} Show the signer from the hips up, facing the camera.")
    {
    }
}
