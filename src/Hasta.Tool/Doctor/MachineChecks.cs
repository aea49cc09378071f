namespace Hasta.Tool.Doctor;

/// <summary>Checks of processor, memory and disk.</summary>
internal static class MachineChecks
{
    private const long Gibibyte = 1L << 30;
    private const long MinFreeDisk = 2 * Gibibyte;

    public static Finding Machine()
    {
        double memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)Gibibyte;
        string system = System.Runtime.InteropServices.RuntimeInformation.OSDescription;
        return new("Machine", FindingState.Good, $"{Environment.ProcessorCount} cores, {memory:0} GiB of memory, {system}");
    }

    public static Finding Disk(string folder)
    {
        var drive = new DriveInfo(Path.GetFullPath(folder));
        string free = $"{drive.AvailableFreeSpace / (double)Gibibyte:0.0} GiB free at {Path.GetFullPath(folder)}";
        return drive.AvailableFreeSpace < MinFreeDisk
            ? new(
                "Disk",
                FindingState.Note,
                free,
                "Landmarks of 1,000 clips take about 150 MB, a run about 10 MB; free some space before large jobs.")
            : new("Disk", FindingState.Good, free);
    }
}
