using Hasta.Include;
using Hasta.IncludeSessions;

// Derives the recording sessions and the session-disjoint splits of INCLUDE from the authors' lists, and prints
// src/Hasta.Include/include-clips.csv:
//   dotnet run --project tools/Hasta.IncludeSessions LISTS > include-clips.csv
Console.Out.Write(IncludeClips.ToText(OfficialLists.Derive(args.Single())));
