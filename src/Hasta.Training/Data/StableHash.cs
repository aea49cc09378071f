namespace Hasta.Training.Data;

/// <summary>Seeds for random numbers that are drawn again at each place; <see cref="System.HashCode"/> changes from process to process.</summary>
internal static class StableHash
{
    /// <summary>Splitmix64's finaliser over the three.</summary>
    public static int Compute(int seed, int epoch, int place)
    {
        ulong mixed = unchecked(((ulong)(uint)seed << 42) ^ ((ulong)(uint)epoch << 21) ^ (uint)place);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94d049bb133111eb);
        return unchecked((int)(mixed ^ (mixed >> 31)));
    }
}
