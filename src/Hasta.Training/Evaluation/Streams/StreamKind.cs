namespace Hasta.Training.Evaluation.Streams;

/// <summary>What happens in a stream.</summary>
internal enum StreamKind
{
    /// <summary>30 signs, two thirds of them followed by a rest.</summary>
    Signs,

    /// <summary>Ten minutes of rest.</summary>
    Idle,

    /// <summary>Twenty minutes of hands to face and hair, drinking and typing, with rests.</summary>
    Fidgets,
}
