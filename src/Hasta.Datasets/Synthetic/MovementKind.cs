namespace Hasta.Datasets.Synthetic;

internal enum MovementKind
{
    Straight,
    Tap,
    Shake,
    Circle,
    Arc,
}
