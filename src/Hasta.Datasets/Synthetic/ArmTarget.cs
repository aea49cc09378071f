using System.Numerics;

namespace Hasta.Datasets.Synthetic;

/// <summary>Where a hand is to be and where its elbow points to, both in the arm's axes.</summary>
internal readonly record struct ArmTarget(HandTarget Hand, Vector3 ElbowSide);
