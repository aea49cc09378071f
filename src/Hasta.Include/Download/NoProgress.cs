namespace Hasta.Include.Download;

/// <summary>For work whose steps nobody watches.</summary>
internal sealed class NoProgress : IProgress<long>
{
    public static NoProgress Instance { get; } = new();

    public void Report(long value)
    {
    }
}
