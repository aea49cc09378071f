using System.Runtime.ExceptionServices;

namespace Hasta.Landmarks.IO;

/// <summary>
/// Processes many items on all processors and rethrows the original exception: PLINQ would wrap it, and the user would see a crash.
/// </summary>
internal static class ParallelMap
{
    /// <returns>The results, in the items' order.</returns>
    public static TResult[] Run<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work)
    {
        if (items.Count == 1)
        {
            return [work(items[0])]; // a server's threads would all wait for a further one
        }

        try
        {
            return [.. items.AsParallel().AsOrdered().Select(work)];
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
            throw;
        }
    }
}
