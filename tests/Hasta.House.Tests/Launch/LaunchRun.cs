namespace Hasta.House.Tests.Launch;

/// <summary>The result of an execution of <c>./hasta</c>.</summary>
internal sealed record LaunchRun(int ExitCode, string Out, string Error);
