namespace Hasta.Include;

/// <summary>Which gloss to use for a clip of INCLUDE.</summary>
internal enum IncludeLabels
{
    /// <summary>As published: the name of the clip's folder.</summary>
    Original,

    /// <summary>The same, except for the clips of <see cref="GlossCorrections"/>.</summary>
    Corrected,
}
