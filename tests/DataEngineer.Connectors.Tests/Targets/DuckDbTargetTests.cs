using DataEngineer.Connectors.Tests.Targets.Facts;

namespace DataEngineer.Connectors.Tests.Targets;

public sealed class DuckDbAppendTests : AppendFacts<DuckDbBench>;

public sealed class DuckDbReplaceTests : ReplaceFacts<DuckDbBench>;

public sealed class DuckDbMergeTests : MergeFacts<DuckDbBench>;

public sealed class DuckDbIntervalTests : IntervalFacts<DuckDbBench>;

public sealed class DuckDbDeliveryTests : DeliveryFacts<DuckDbBench>;

public sealed class DuckDbTypeTests : TypeFacts<DuckDbBench>;

public sealed class DuckDbSchemaTests : SchemaFacts<DuckDbBench>;

public sealed class DuckDbModelTests : ModelFacts<DuckDbBench>;

public sealed class DuckDbKillTests : KillFacts<DuckDbBench>;
