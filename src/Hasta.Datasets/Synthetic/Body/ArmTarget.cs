using System.Numerics;
using Hasta.Datasets.Synthetic.Signs;

namespace Hasta.Datasets.Synthetic.Body;

/// <summary>The target of a hand and the direction of its elbow, both in the arm's axes.</summary>
internal readonly record struct ArmTarget(HandTarget Hand, Vector3 ElbowSide);
