using Hasta.Landmarks;

namespace Hasta.Training.Hub;

/// <summary>A file to fetch.</summary>
/// <param name="Model">The model, at the commit that the hub reported.</param>
/// <param name="File">The file.</param>
/// <param name="Info">What the hub reported about the file.</param>
/// <param name="Progress">Receives MiB.</param>
internal sealed record HubRequest(HubModel Model, HubFile File, HubFileInfo Info, IProgress<WorkProgress> Progress);
