using Hasta.Landmarks;
using Hasta.Recognition;
using Hasta.Tool.Output;

namespace Hasta.Tool;

/// <summary>Prints what makes the result for a clip less reliable.</summary>
internal static class ClipNotes
{
    public static void Print(Terminal terminal, string clip, SignResult result)
    {
        if (result.Person is { } person)
        {
            terminal.WriteError($"{clip}: {PeopleNote.Format(person)}");
        }

        Print(terminal, clip, result.Warnings, result.People);
    }

    public static void Print(Terminal terminal, string clip, IEnumerable<string> warnings, PeopleAtStart? people)
    {
        foreach (string warning in warnings)
        {
            terminal.WriteError($"{clip}: {warning}");
        }

        if (people is { Count: > 1 and var count, Tracked: var followed })
        {
            terminal.WriteError(
                $"{clip}: {count} people at the start; person {followed} from the left is used (--region x,y,w,h selects another).");
        }
    }
}
