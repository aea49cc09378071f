namespace Hasta.Bench.Serving;

/// <summary>Use of the processor in a stretch of time, in cores.</summary>
/// <param name="Seconds">The length.</param>
/// <param name="Server">The server's.</param>
/// <param name="Clients">This program's.</param>
/// <param name="Others">Of all other programs of the machine; null where it is not known.</param>
internal sealed record CpuUse(double Seconds, double Server, double Clients, double? Others)
{
    /// <summary>Server, clients and others as text.</summary>
    public override string ToString() => $"{Server:0.00} / {Clients:0.00} / {Others:0.00}";
}
