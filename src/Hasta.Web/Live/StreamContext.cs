using Hasta.Recognition;
using Hasta.Web.Metrics;
using Hasta.Web.Scheduling;

namespace Hasta.Web.Live;

/// <summary>What all live streams share.</summary>
/// <param name="Recognizer">Must outlive the streams.</param>
/// <param name="Options">The limits.</param>
/// <param name="Turns">Shares the cores.</param>
/// <param name="Metrics">Counts.</param>
internal sealed record StreamContext(SignRecognizer Recognizer, WebServerOptions Options, EngineTurns Turns, ServerMetrics Metrics);
