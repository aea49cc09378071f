namespace Hasta.Include;

/// <summary>A published way to part INCLUDE, or its subset of 50 glosses.</summary>
public enum IncludeProtocol
{
    /// <summary>The authors' list: neighbouring takes of one person stand in several parts.</summary>
    Official,

    /// <summary>The authors' list of the 50 glosses; most of its test clips are training clips of <see cref="Official"/>.</summary>
    Official50,

    /// <summary>No recording session stands in two parts.</summary>
    SessionDisjoint,

    /// <summary><see cref="SessionDisjoint"/> on the clips of <see cref="Official50"/>: each clip stands in the same part.</summary>
    SessionDisjoint50,
}
