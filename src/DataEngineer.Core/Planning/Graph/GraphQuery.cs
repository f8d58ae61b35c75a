using DataEngineer.Planning.Queries;
using DataEngineer.Plans;

namespace DataEngineer.Planning.Graph;

/// <summary>The query of a transform or of an sql assertion.</summary>
/// <param name="Reads">The datasets it reads; where the engine cannot tell, those that depends_on names.</param>
public sealed record GraphQuery(SqlText Sql, SqlAnalysis Analysis, IReadOnlyList<DatasetUse> Reads);
