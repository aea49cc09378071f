using Hasta.Landmarks;
using Hasta.Recognition;
using Hasta.Tool.Output;

namespace Hasta.Tool;

/// <summary>Says what makes the answer about one clip doubtful.</summary>
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

        if (people is { Count: > 1 and var count, Followed: var followed })
        {
            terminal.WriteError($"{clip}: {count} people at the start; number {followed} from the left is followed (--region x,y,w,h chooses).");
        }
    }
}
