namespace Hasta.Landmarks.Video.Programs;

/// <summary>The last few errors of a child process, for one line of an error message. Memory use is bounded.</summary>
internal sealed class ErrorTail
{
    private const int MaxLines = 3;
    private const int MaxCharacters = 160;
    private readonly Queue<string> lines = new();

    /// <summary>Adds one line of ffmpeg's <c>level+</c> log. Only errors are kept, without the address of their source.</summary>
    public void Append(string line)
    {
        int level = Math.Max(line.IndexOf("[error] ", StringComparison.Ordinal), line.IndexOf("[fatal] ", StringComparison.Ordinal));
        if (level < 0)
        {
            return;
        }

        string message = line[(level + "[error] ".Length)..].Trim();
        lock (lines)
        {
            lines.Enqueue(message.Length > MaxCharacters ? message[..MaxCharacters] + "..." : message);
            if (lines.Count > MaxLines)
            {
                lines.Dequeue();
            }
        }
    }

    public bool IsEmpty
    {
        get
        {
            lock (lines)
            {
                return lines.Count == 0;
            }
        }
    }

    /// <summary>
    /// Joins the lines, without the <paramref name="path"/> that the message contains anyway; "no reason given" if there are none.
    /// </summary>
    public string Summarize(string path)
    {
        lock (lines)
        {
            string prefix = "file:" + path + ": ";
            string text = string.Join("; ", lines.Select(line => line.Replace(prefix, "", StringComparison.Ordinal)).Distinct());
            return text.Length > 0 ? text.TrimEnd('.') : "no reason given";
        }
    }
}
