namespace Hasta.Datasets.Synthetic;

public enum MovementKind
{
    Straight,
    Tap,
    Shake,
    Circle,
    Arc,
}
