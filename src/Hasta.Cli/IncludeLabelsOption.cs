using System.CommandLine;
using Hasta.Include;

namespace Hasta.Cli;

/// <summary><c>--labels</c> of the commands that know INCLUDE.</summary>
internal static class IncludeLabelsOption
{
    public static Option<IncludeLabels> Option { get; } = new("--labels")
    {
        Description = "INCLUDE's glosses as published (original), or with the 20 corrections that an audit reports (corrected); docs/include.md.",
        DefaultValueFactory = _ => IncludeLabels.Original,
    };
}
