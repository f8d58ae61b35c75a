using DataEngineer.Conformance;

namespace DataEngineer.Embedded.Tests;

public sealed class EmbeddedActivities() : ActivityBehaviour(new EmbeddedFixture());

public sealed class EmbeddedAtomicity() : AtomicityBehaviour(new EmbeddedFixture());

public sealed class EmbeddedFencing() : FencingBehaviour(new EmbeddedFixture());

public sealed class EmbeddedTimers() : TimerBehaviour(new EmbeddedFixture());

public sealed class EmbeddedEvents() : EventBehaviour(new EmbeddedFixture());

public sealed class EmbeddedSubOrchestrations() : SubOrchestrationBehaviour(new EmbeddedFixture());

public sealed class EmbeddedContinueAsNew() : ContinueAsNewBehaviour(new EmbeddedFixture());

public sealed class EmbeddedTermination() : TerminationBehaviour(new EmbeddedFixture());

public sealed class EmbeddedSuspension() : SuspensionBehaviour(new EmbeddedFixture());

public sealed class EmbeddedPoison() : PoisonBehaviour(new EmbeddedFixture());

public sealed class EmbeddedLimits() : LimitBehaviour(new EmbeddedFixture());

public sealed class EmbeddedStatus() : StatusBehaviour(new EmbeddedFixture());

public sealed class EmbeddedClients() : ClientBehaviour(new EmbeddedFixture());

public sealed class EmbeddedDeterminism() : DeterminismBehaviour(new EmbeddedFixture());
