using Hasta.Landmarks;

namespace Hasta.Tool;

/// <summary>Says which person of a landmark file was taken.</summary>
internal static class PeopleNote
{
    public static string Format(PersonChoice choice) => choice.IsAsked
        ? $"person {choice.Number} of {choice.People} is taken, as asked."
        : $"person {choice.Number} of {choice.People} is taken (the most hand movement); --person N chooses another.";
}
