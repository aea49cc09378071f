using System.CommandLine;
using System.Net.Sockets;
using Hasta.Recognition;
using Hasta.Recognition.Live;
using Hasta.Tool.Enrollment;
using Hasta.Tool.Live;
using Hasta.Tool.Output;
using Hasta.Tool.Serving;
using Hasta.Web;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta serve</c>: recognizes signs for a page and for other programs.</summary>
internal static class ServeCommand
{
    private const int MaxPort = 65535;
    private const int FurtherPorts = 20;

    private static readonly Option<int> Port = new("--port")
    {
        Description = $"The TCP port; 0 for any that is free. If the default is in use, one of the next {FurtherPorts} is taken.",
        DefaultValueFactory = _ => new WebServerOptions().Port,
    };

    private static readonly Option<string?> Model = new("--model")
    {
        Description = "The folder of a run or checkpoint. Default: the shipped model (hasta words).",
    };

    private static readonly Option<double> MinConfidence = new("--min-confidence")
    {
        Description = "Answers below this confidence, 0 to 1, are \"unsure\".",
        DefaultValueFactory = _ => new LiveRecognizerOptions().MinConfidence!.Value,
    };

    private static readonly Option<bool> AllWords = new("--all-words")
    {
        Description = "Answer with words too of which the model has recordings of one signer only: expect less of them.",
    };

    private static readonly Option<bool> NoTeach = new("--no-teach")
    {
        Description = "Refuse to teach, list, export or remove enrolled signs.",
    };

    private static readonly Option<bool> NoBrowser = new("--no-browser")
    {
        Description = "Do not open the page in a browser.",
    };

    private static readonly Option<bool> Qr = new("--qr")
    {
        Description = "Print the link as a QR code too if standard output is not a terminal.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("serve", "Serves recognition to a page and programs. Ctrl-C ends it.")
        {
            Port, Model, MinConfidence, LibraryOption.Library, AllWords, NoTeach, NoBrowser, Qr,
        };
        foreach (Option option in AccessArguments.All)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        string? model = parsed.GetValue(Model);
        WebServerOptions server = OptionsOf(parsed, model);
        var options = new SignRecognizerOptions { Library = LibraryOption.OpenOrNew(parsed), AllWords = parsed.GetValue(AllWords) };
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(model, options, cancellationToken);
        LiveModel.Check(terminal, recognizer, seesVideo: true);
        int last = parsed.GetResult(Port) is { Implicit: false } ? server.Port : server.Port + FurtherPorts;
        try
        {
            await PortSearch.RunAsync(server.Port, last, port => WebServer.RunAsync(
                recognizer,
                server with { Port = port },
                address => Announce(terminal, parsed, address, server),
                cancellationToken));
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            throw new UsageException($"{server.Access.Address} is no address of this computer. Use --host 0.0.0.0 for all of them.");
        }

        return ExitCode.Done;
    }

    private static WebServerOptions OptionsOf(ParseResult parsed, string? model) => new()
    {
        Port = parsed.GetValue(Port) is >= 0 and <= MaxPort and int port
            ? port
            : throw new UsageException("--port must be in 0..65535."),
        Model = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(model ?? "isl-words"))),
        MinConfidence = parsed.GetValue(MinConfidence) is >= 0 and <= 1 and double min
            ? min
            : throw new UsageException("--min-confidence must be in 0..1."),
        CanTeach = !parsed.GetValue(NoTeach),
        Access = AccessArguments.Read(parsed),
    };

    private static void Announce(Terminal terminal, ParseResult parsed, Uri address, WebServerOptions wanted)
    {
        if (wanted.Port != 0 && address.Port != wanted.Port)
        {
            terminal.Error.WriteLine($"Port {wanted.Port} is in use: this server has port {address.Port}.");
        }

        Announcement.Print(terminal, address, wanted.Access, parsed.GetValue(Qr));
        if (wanted.Access.Token is null && !parsed.GetValue(NoBrowser) && Browser.CanOpen(terminal))
        {
            Browser.Open(address);
        }
    }
}
