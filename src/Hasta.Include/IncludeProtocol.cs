namespace Hasta.Include;

/// <summary>A published way to split INCLUDE, or its subset of 50 glosses.</summary>
public enum IncludeProtocol
{
    /// <summary>The authors' list: neighbouring takes of one person are in different splits.</summary>
    Official,

    /// <summary>The authors' list of the 50 glosses; most of its test clips are training clips of <see cref="Official"/>.</summary>
    Official50,

    /// <summary>No recording session is in two splits.</summary>
    SessionDisjoint,

    /// <summary><see cref="SessionDisjoint"/> on the clips of <see cref="Official50"/>: each clip is in the same split.</summary>
    SessionDisjoint50,
}
