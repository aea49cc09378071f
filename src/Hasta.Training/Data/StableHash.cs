namespace Hasta.Training.Data;

/// <summary>
/// Seeds for random numbers that must be reproducible at each position; <see cref="System.HashCode"/> differs between processes.
/// </summary>
internal static class StableHash
{
    /// <summary>Hashes the three numbers with the finalizer of SplitMix64.</summary>
    public static int Compute(int seed, int epoch, int position)
    {
        ulong mixed = unchecked(((ulong)(uint)seed << 42) ^ ((ulong)(uint)epoch << 21) ^ (uint)position);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94d049bb133111eb);
        return unchecked((int)(mixed ^ (mixed >> 31)));
    }
}
