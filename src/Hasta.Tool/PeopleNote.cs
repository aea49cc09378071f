using Hasta.Landmarks;

namespace Hasta.Tool;

/// <summary>Formats which person of a landmark file was used.</summary>
internal static class PeopleNote
{
    public static string Format(PersonChoice choice) => choice.IsRequested
        ? $"person {choice.Number} of {choice.People} is used, as requested."
        : $"person {choice.Number} of {choice.People} is used (the most hand movement); --person N selects another.";
}
