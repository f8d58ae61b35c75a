using DataEngineer.Cli.Display;
using DataEngineer.Embedded.Journal;
using DataEngineer.Operations;
using Spectre.Console;

namespace DataEngineer.Cli.Hosting;

/// <summary>Says what ended a command, and turns it into an exit code. Nothing leaves a command as an exception.</summary>
internal static class FailureReport
{
    public static async Task<int> GuardAsync(Head head, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (OperationCanceledException) when (head.Stop.ExitCode != 0)
        {
            head.Error.WriteLine();
            head.Error.WriteLine("Stopped.");
            return head.Stop.ExitCode;
        }
        catch (Exception e)
        {
            return Report(head, e);
        }
    }

    private static int Report(Head head, Exception e)
    {
        var (code, message, next) = e switch
        {
            CommandException known => (known.ExitCode, known.Message, known.Next),
            JournalInUseException or JournalCorruptException or JournalUnavailableException or JournalOwnershipLostException => (ExitCodes.Environment, e.Message, null),
            RunConflictException => (ExitCodes.Invalid, e.Message, null),
            UnauthorizedAccessException or IOException => (ExitCodes.Environment, e.Message, null),
            _ => (ExitCodes.Internal, $"A fault of this program, {e.GetType().Name}: {e.Message}", head.Verbose ? null : "the same command with --verbose shows the details"),
        };
        head.Error.Write(new Text("dataeng: ", Glyphs.Bad));
        head.Error.Profile.Out.Writer.WriteLine(SafeText.Of(message));
        if (next is not null)
        {
            head.Error.Write(new Text("  Next  ", Glyphs.Quiet));
            Blocks.WriteUnbroken(head.Error, next);
        }

        if (head.Verbose)
        {
            head.Error.Profile.Out.Writer.WriteLine(e);
        }

        return code;
    }
}
