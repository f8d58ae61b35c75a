namespace DataEngineer.Activities.Extract;

/// <summary>Rows with their places. Relations give the columns <c>__de_file</c> (from 0) and <c>__de_line</c> beside the raw ones.</summary>
internal interface ICarefulSource : IDisposable
{
    /// <summary>The rows; the first relation read also fills <see cref="CollectUnreadable"/>.</summary>
    string Relation(bool first);

    /// <summary>Sets aside the rows that are in no relation, after the first was read: inserts into (file, line, "column", error, row).</summary>
    void CollectUnreadable(string table);

    /// <summary>The raw value as text; null exactly where the row has none.</summary>
    string Text(SourceColumn column);

    /// <summary>The typed value, or null where it does not fit.</summary>
    string Try(SourceColumn column);

    /// <summary>The row as text, for a person who looks at rejected rows.</summary>
    string Row { get; }
}
