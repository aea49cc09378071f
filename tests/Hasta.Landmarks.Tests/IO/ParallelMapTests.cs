using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Tests.IO;

public sealed class ParallelMapTests
{
    /// <summary>A server that classifies a sign in each of its pool's threads must not wait for one that does the work.</summary>
    [Fact]
    public void One_item_needs_no_other_thread()
    {
        int[] threads = ParallelMap.Run([1], _ => Environment.CurrentManagedThreadId);

        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Fact]
    public void Results_are_in_the_order_of_the_items() =>
        Assert.Equal([2, 4, 6], ParallelMap.Run([1, 2, 3], item => 2 * item));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_original_exception_is_thrown(int count)
    {
        int[] items = [.. Enumerable.Range(0, count)];

        Assert.Throws<InvalidDataException>(() => ParallelMap.Run<int, int>(items, _ => throw new InvalidDataException()));
    }
}
