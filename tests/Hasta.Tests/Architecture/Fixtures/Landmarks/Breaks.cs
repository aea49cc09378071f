using Hasta.Tests.Architecture.Fixtures.Training;

namespace Hasta.Tests.Architecture.Fixtures.Landmarks;

/// <summary>Each type below reaches forward to Training in another way; the architecture test must see them all.</summary>
internal sealed class BreaksInField
{
    public Coach? Kept { get; set; }
}

internal static class BreaksInSignature
{
    public static void Take(Coach.Whistle[] whistles) => GC.KeepAlive(whistles);
}

internal static class BreaksInBody
{
    public static int Count() => Coach.Laps();
}

internal static class BreaksInLambda
{
    public static Func<int, int> Make(int by) => x => x + by + Coach.Laps();
}

internal static class BreaksInGenericArgument
{
    public static object Make() => Enumerable.Empty<Coach>();
}

internal static class BreaksInConstraint
{
    public static bool Is<T>()
        where T : IEnumerable<Coach> => typeof(T).IsSealed;
}

[Coach]
internal static class BreaksInAttribute;

internal static class BreaksByTorch
{
    public static bool Ask() => TorchSharp.torch.cuda.is_available();
}

internal static class BreaksByConsole
{
    public static void Say() => Console.WriteLine();
}
