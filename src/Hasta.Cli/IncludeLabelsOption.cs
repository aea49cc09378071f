using System.CommandLine;
using Hasta.Include;

namespace Hasta.Cli;

/// <summary>The <c>--labels</c> option of the commands for INCLUDE.</summary>
internal static class IncludeLabelsOption
{
    public static Option<IncludeLabels> Option { get; } = new("--labels")
    {
        Description = "INCLUDE's glosses as published (original), or with the 20 corrections of an audit (corrected); see docs/include.md.",
        DefaultValueFactory = _ => IncludeLabels.Original,
    };
}
