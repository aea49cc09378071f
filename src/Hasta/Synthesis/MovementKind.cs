namespace Hasta.Synthesis;

public enum MovementKind
{
    Straight,
    Tap,
    Shake,
    Circle,
    Arc,
}
