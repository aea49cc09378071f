namespace Hasta.TestKit;

/// <summary>The faults of a <see cref="RecordServer"/>; they can be combined.</summary>
[Flags]
public enum ServerFault
{
    None = 0,

    /// <summary>Two of three responses over a few kilobytes are cut off somewhere.</summary>
    Cut = 1,

    /// <summary>Every third request: 429 with Retry-After in seconds.</summary>
    TooMany = 2,

    /// <summary>Every fourth request: 503 with Retry-After as a date.</summary>
    Unavailable = 4,

    /// <summary>Every response is the whole file, whatever range is requested.</summary>
    WholeFiles = 8,

    /// <summary>Every second response is the whole file.</summary>
    SometimesWhole = 16,

    /// <summary>Every fifth response is sent one byte at a time.</summary>
    Trickle = 32,

    /// <summary>The announced checksums do not match the files.</summary>
    WrongMd5 = 64,

    /// <summary>The files are shorter than announced.</summary>
    Truncated = 128,

    /// <summary>The first few responses are of older files of the same length, later ones of the announced files.</summary>
    Changed = 256,

    /// <summary>The files differ in each response.</summary>
    AlwaysChanging = 512,
}
