using DataEngineer.Activities.Staging;
using DataEngineer.Engine;
using DataEngineer.Plans;
using DataEngineer.Store;

namespace DataEngineer.Activities.Extract;

/// <summary>Writes the staged file of one extract, and beside it the rows that could not be read.</summary>
internal sealed class FileExtract(ExtractWork work, IPendingBlob staged, IPendingBlob rejects)
{
    private readonly DatasetWriter _writer = new(work.Session);

    /// <summary>No file, where that is allowed: no rows, and the declared columns.</summary>
    public ExtractResult Nothing()
    {
        if (work.Types.Count == 0)
        {
            throw ExtractErrors.NoColumns(work.What, work.Step.File.Path);
        }

        var list = string.Join(", ", work.Types.Select(column => $"CAST(NULL AS {column.Value}) AS {Sql.Name(column.Key)}"));
        return Write(new SqlComposition().Append($"SELECT {list} LIMIT 0"), RejectedRows.None);
    }

    public ExtractResult Read(ISource source)
    {
        if (source.StrictQuery is { } query)
        {
            try
            {
                return Write(new SqlComposition().Append(query), RejectedRows.None);
            }
            catch (EngineException e) when (e.Error.Kind is "Conversion" or "Invalid Input" or "Out of Range")
            {
                if (source.Explain(e.Error) is { } failure)
                {
                    throw failure;
                }
            }
        }

        return ReadCarefully(source);
    }

    private ExtractResult ReadCarefully(ISource source)
    {
        using var rows = source.OpenCareful();
        var careful = new CarefulExtract(work, source, rows);
        var result = Write(careful.Prepare(), RejectedRows.None);
        var rejected = RejectedRows.Collect(work.Session, work.Files, result.Rows, work.CancellationToken);
        var cast = work.Session.Query($"SELECT count(*) FROM {RejectedRows.Table} WHERE error LIKE 'does not fit %'", row => row.GetInt64(0), work.CancellationToken)[0];
        if (careful.Readable != result.Rows + cast)
        {
            throw ExtractErrors.Unbalanced(work.What, careful.Readable, result.Rows, cast);
        }

        if (rejected.Count > 0)
        {
            var kept = RejectedRows.Query(work.Files);
            _writer.Write(kept, _writer.Describe(kept, work.What, work.CancellationToken), rejects, work.CancellationToken);
        }

        return result with { Rejected = rejected };
    }

    private ExtractResult Write(SqlComposition query, RejectedRows rejected)
    {
        IReadOnlyList<Column> described = _writer.Describe(query, work.What, work.CancellationToken);
        var (rows, columns) = _writer.Write(query, described, staged, work.CancellationToken);
        return new ExtractResult(rows, columns, rejected);
    }
}
