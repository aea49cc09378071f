namespace Hasta.Tests.Architecture.Fixtures.Training;

/// <summary>What the fixtures of earlier stages must not touch.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class Coach : Attribute
{
    public static int Laps() => 3;

    public sealed class Whistle;
}
