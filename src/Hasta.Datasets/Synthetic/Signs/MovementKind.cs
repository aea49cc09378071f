namespace Hasta.Datasets.Synthetic.Signs;

internal enum MovementKind
{
    Straight,
    Tap,
    Shake,
    Circle,
    Arc,
}
