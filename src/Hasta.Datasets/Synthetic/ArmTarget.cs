using System.Numerics;

namespace Hasta.Datasets.Synthetic;

/// <summary>The target of a hand and the direction of its elbow, both in the arm's axes.</summary>
internal readonly record struct ArmTarget(HandTarget Hand, Vector3 ElbowSide);
