using DataEngineer.Connections;
using DataEngineer.Failures;
using DataEngineer.Runs;

namespace DataEngineer.Core.Tests.Runs;

public sealed class RunRecordTests
{
    private static readonly StepOutcome Good = StepOutcome.Of("extract.a", [], new RowCounts(1, 1));
    private static readonly StepOutcome Warned = Good with { Status = StepStatus.Warned, Warnings = ["Look."] };
    private static readonly StepOutcome Bad = StepOutcome.Failed("extract.b", new Failure("DE0000", FailureClass.Quality, Transient: false, "Bad."));
    private static readonly StepOutcome Skipped = StepOutcome.Skipped("load.b", "extract.b");
    private static readonly StepOutcome Loaded = Good with { Step = "load.a", Load = new LoadReport("here", "a", 1, 1, 0, 0, 0, 1, AlreadyDone: false) };
    private static readonly StepOutcome Continued = Warned with
    {
        Assertions = [new AssertionResult("x", "a", "sql", AssertionStatus.Failed, FailureClass.Quality, 1, 1, "One.", null)],
    };

    public static TheoryData<StepOutcome[], RunStatus> Cases => new()
    {
        { [Good, Loaded], RunStatus.Succeeded },
        { [], RunStatus.Succeeded },
        { [Warned, Loaded], RunStatus.Warned },
        { [Good, Loaded, Bad, Skipped], RunStatus.Partial },
        { [Good, Bad, Skipped], RunStatus.Failed },
        { [Continued, Loaded], RunStatus.Partial },
        { [Continued with { Assertions = [Continued.Assertions[0] with { Quarantined = 1 }] }, Loaded], RunStatus.Warned },
        { [Good with { Status = StepStatus.Reused }, Loaded], RunStatus.Succeeded },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void StatusOf_Outcomes_AddUp(StepOutcome[] outcomes, RunStatus status) => Assert.Equal(status, RunRecord.StatusOf(outcomes));
}
