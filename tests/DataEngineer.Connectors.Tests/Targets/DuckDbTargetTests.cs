using DataEngineer.Connectors.Tests.Targets.Facts;

namespace DataEngineer.Connectors.Tests.Targets;

public sealed class DuckDbAppendTests : AppendFacts<DuckDbBench>;

public sealed class DuckDbReplaceTests : ReplaceFacts<DuckDbBench>;

public sealed class DuckDbMergeTests : MergeFacts<DuckDbBench>;

public sealed class DuckDbIntervalTests : IntervalFacts<DuckDbBench>;
