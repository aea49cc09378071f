namespace Hasta.Include;

/// <summary>Whose word for a clip of INCLUDE counts.</summary>
internal enum IncludeLabels
{
    /// <summary>As published: the name of the clip's folder.</summary>
    Original,

    /// <summary>The same but for the clips of <see cref="LabelFixes"/>.</summary>
    Corrected,
}
