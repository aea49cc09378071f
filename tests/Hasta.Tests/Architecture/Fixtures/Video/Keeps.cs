namespace Hasta.Tests.Architecture.Fixtures.Video;

/// <summary>Uses only what Video may: the BCL and itself.</summary>
internal sealed record Keeps(Keeps? Next, int Number)
{
    public IEnumerable<int> Depths() => Next is null ? [] : Next.Depths().Select(depth => depth + 1);
}
