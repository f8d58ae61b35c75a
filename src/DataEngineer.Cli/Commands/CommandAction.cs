using System.CommandLine;
using DataEngineer.Cli.Hosting;

namespace DataEngineer.Cli.Commands;

/// <summary>Does a command with the head that its options describe; answers the exit code.</summary>
internal delegate Task<int> CommandAction(ParseResult result, Func<Head, CancellationToken, Task<int>> command);
