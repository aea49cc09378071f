namespace Hasta.Tests.Architecture.Fixtures.Oddments;

/// <summary>Stands in a folder that the table does not name.</summary>
internal static class Unplanned
{
    public static string Name => "unplanned";
}
