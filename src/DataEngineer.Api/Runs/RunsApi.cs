using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataEngineer.Definitions.Schema;
using DataEngineer.Operations;
using DataEngineer.Orchestration.Ports;
using DataEngineer.Plans;
using Microsoft.AspNetCore.Http;

namespace DataEngineer.Api.Runs;

/// <summary>Runs over HTTP, the same in every head. Errors are problem details (RFC 9457).</summary>
public static partial class RunsApi
{
    /// <summary>The most that a body may hold, in bytes.</summary>
    private const int LongestBody = 64 * 1024;

    /// <summary>
    /// Starts a run: 202 with its id and where to look at it. 400 for a name or a body that is none, 409 where an unfinished run is in the way, 413
    /// for a body over 64 KiB.
    /// </summary>
    /// <param name="request">Its body, where its type is JSON, is a <see cref="RunOrder"/>.</param>
    public static async Task<IResult> StartAsync(RunService runs, string customer, string pipeline, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsName(customer) || !IsName(pipeline))
        {
            return Results.Problem($"Customer and pipeline are names of the form {IdentifierAttribute.Pattern}.", statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            var order = await ReadAsync(request, cancellationToken);
            var variables = order?.Variables ?? new Dictionary<string, JsonValue>(StringComparer.Ordinal);
            var start = await runs.StartAsync(new RunCommand(customer, pipeline, order?.Interval, variables, "manual"), cancellationToken);
            return Results.Accepted($"/api/runs/{start.Run}", new RunAccepted(start.Run.ToString(), start.Resumed));
        }
        catch (JsonException e)
        {
            return Results.Problem($"The body is not a run order: look at {e.Path ?? "its beginning"}. It takes interval and variables.", statusCode: StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException e)
        {
            return Results.Problem(e.Message, statusCode: e.StatusCode);
        }
        catch (RunConflictException e)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }

    /// <summary>Shows a run: 200 with its record, 404 where there is none of that id.</summary>
    public static async Task<IResult> ShowAsync(RunService runs, string run, CancellationToken cancellationToken) =>
        RunIdentity.TryParse(run, out var identity)
        && IsName(identity.Customer)
        && IsName(identity.Pipeline)
        && IntervalPart().IsMatch(identity.IntervalKey)
        && await runs.FindAsync(identity, cancellationToken) is { } record
            ? Results.Json(record, DurableJson.Options)
            : Results.Problem($"There is no run '{run}'.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<RunOrder?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return null;
        }

        var body = new byte[LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        return length switch
        {
            0 => null,
            > LongestBody => throw new BadHttpRequestException($"The body is longer than {LongestBody} bytes.", StatusCodes.Status413PayloadTooLarge),
            _ => Read(body.AsSpan(0, length)),
        };
    }

    private static RunOrder? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<RunOrder>(body, DurableJson.Options);
        }
        catch (InvalidOperationException e)
        {
            // So the serialiser refuses a list or an object where a single value is asked for.
            throw new JsonException("A variable has a single value.", "$.variables", lineNumber: null, bytePositionInLine: null, e);
        }
    }

    // The whole of it: a dollar sign also matches before a last line break.
    private static bool IsName(string text) => Name().Match(text).Length == text.Length && text.Length > 0;

    [GeneratedRegex(IdentifierAttribute.Pattern, RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^[0-9A-Za-z_-]{1,64}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IntervalPart();
}
