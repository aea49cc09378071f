namespace Hasta.Recognition.Live.Segmentation;

/// <summary>Kinds of <see cref="Boundary"/>.</summary>
internal enum BoundaryKind
{
    /// <summary>A sign begins.</summary>
    Begins,

    /// <summary>The sign ends; the hands may be raised.</summary>
    Ends,

    /// <summary>The hands are lowered.</summary>
    Rests,
}
