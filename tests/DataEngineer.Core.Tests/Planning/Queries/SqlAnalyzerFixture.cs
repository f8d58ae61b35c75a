using DataEngineer.Planning.Queries;

namespace DataEngineer.Core.Tests.Planning.Queries;

/// <summary>One session of the engine for all tests of a class.</summary>
public sealed class SqlAnalyzerFixture : IDisposable
{
    public SqlAnalyzer Analyzer { get; } = new();

    public void Dispose() => Analyzer.Dispose();
}
