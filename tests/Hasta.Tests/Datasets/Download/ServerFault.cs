namespace Hasta.Tests.Datasets.Download;

/// <summary>What goes wrong at a <see cref="RecordServer"/>; several may at once.</summary>
[Flags]
public enum ServerFault
{
    None = 0,

    /// <summary>Two of three answers with more than a few kilobytes are cut somewhere.</summary>
    Cut = 1,

    /// <summary>Every third request: 429 with Retry-After in seconds.</summary>
    TooMany = 2,

    /// <summary>Every fourth request: 503 with Retry-After as a date.</summary>
    Unavailable = 4,

    /// <summary>Every answer is the whole file, whatever part is asked for.</summary>
    WholeFiles = 8,

    /// <summary>Every second answer is.</summary>
    SometimesWhole = 16,

    /// <summary>Every fifth answer comes a byte at a time.</summary>
    Trickle = 32,

    /// <summary>The checksums that are announced are others than the files'.</summary>
    WrongMd5 = 64,

    /// <summary>The files are shorter than announced.</summary>
    Truncated = 128,

    /// <summary>After a few answers the files are others, as announced; before, older ones of the same length.</summary>
    Changed = 256,

    /// <summary>The files are others at each answer.</summary>
    AlwaysChanging = 512,
}
