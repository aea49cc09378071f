using Hasta.Bench.Serving;

/// <summary>
/// Runs inside the measured server, before its Main: .NET calls it by this name, without a namespace, if DOTNET_STARTUP_HOOKS names this
/// assembly. It writes the size of the managed heap to a file, which nobody can see from outside.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(ServerProcess.HeapVariable) is { Length: > 0 } path)
        {
            new Thread(() => Write(path)) { IsBackground = true }.Start();
        }
    }

    private static void Write(string path)
    {
        while (true)
        {
            bool isAsked = File.Exists(path + ServerProcess.CollectSuffix);
            long heap = GC.GetTotalMemory(forceFullCollection: isAsked);
            string line = FormattableString.Invariant(
                $"{heap} {GC.GetTotalAllocatedBytes()} {GC.CollectionCount(2)} {ThreadPool.ThreadCount}");
            File.WriteAllText(path + ".new", line);
            File.Move(path + ".new", path, overwrite: true);
            if (isAsked)
            {
                File.Delete(path + ServerProcess.CollectSuffix);
            }

            Thread.Sleep(500);
        }
    }
}
