using DataEngineer.Connectors.Tests.Targets.Facts;

namespace DataEngineer.Connectors.Tests.Targets;

public sealed class LakeAppendTests : AppendFacts<LakeBench>;

public sealed class LakeReplaceTests : ReplaceFacts<LakeBench>;

public sealed class LakeMergeTests : MergeFacts<LakeBench>;

public sealed class LakeIntervalTests : IntervalFacts<LakeBench>;

public sealed class LakeDeliveryTests : DeliveryFacts<LakeBench>;

public sealed class LakeTypeTests : TypeFacts<LakeBench>;

public sealed class LakeSchemaTests : SchemaFacts<LakeBench>;

public sealed class LakeModelTests : ModelFacts<LakeBench>;

public sealed class LakeKillTests : KillFacts<LakeBench>;
