using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Plans;

namespace DataEngineer.Core.Tests.Engine;

public sealed class SqlErrorsTests
{
    [Theory]
    [InlineData("IO", "Could not write file \"/x\": No space left on device", "DE0608", FailureClass.Quota, true, "the disk is full")]
    [InlineData("IO", "Could not read file \"/x\"", "DE0612", FailureClass.Infrastructure, true, "a file could not be read or written")]
    [InlineData("Out of Memory", "failed to allocate data of size 1.0 MiB (9.5 MiB/9.5 MiB used)", "DE0607", FailureClass.Quota, false, "the query needs more memory than the quota allows")]
    [InlineData("Out of Memory", "failed to offload data block: max_temp_directory_size", "DE0608", FailureClass.Quota, true, "the disk for temporary files is full")]
    [InlineData("Permission", "Cannot access file \"/etc/passwd\"", "DE0609", FailureClass.Permission, false, "the SQL reaches for something outside its run; queries read datasets by name and nothing else")]
    [InlineData("INTERRUPT", "Interrupted!", "DE0613", FailureClass.Cancelled, true, "the query was interrupted")]
    [InlineData("INTERNAL", "Attempted to access index 3", "DE0690", FailureClass.Internal, false, "the engine failed inside")]
    [InlineData("Constraint", "Duplicate key \"secret\"", "DE0606", FailureClass.Quality, false, "a row breaks a constraint")]
    [InlineData("Conversion", "Could not convert string 'secret' to DECIMAL(4,2)", "DE0606", FailureClass.Quality, false, "a value does not fit DECIMAL")]
    [InlineData("Invalid Input", "secret", "DE0610", FailureClass.Quality, false, "the query failed on the rows it read")]
    [InlineData("Binder", "Table \"o\" does not have a column named \"x\"", "DE0602", FailureClass.Schema, false, "column \"x\" is not there")]
    [InlineData("Binder", "Table \"o\" does not have a column named \"x\"\n\nCandidate bindings: : \"y\"", "DE0602", FailureClass.Schema, false, "column \"x\" is not there; candidates: y")]
    [InlineData("Binder", "WHERE clause cannot contain aggregates!", "DE0605", FailureClass.Definition, false, "WHERE clause cannot contain aggregates")]
    public void Error_IsClassedAndStripped(string kind, string text, string code, FailureClass failureClass, bool transient, string said)
    {
        var failure = SqlErrors.Of(new EngineError(kind, text, null, null, null, []), new SqlComposition(), "Dataset 'd'", []).Failure;
        Assert.Equal((code, failureClass, transient, $"Dataset 'd': {said}."), (failure.Code, failure.Class, failure.Transient, failure.Message));
        Assert.DoesNotContain("secret", failure.Message + failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_WithoutAPosition_NamesTheFileThatTheSqlIsIn()
    {
        var failure = SqlErrors.Of(new EngineError("Out of Range", "Overflow in addition of INT64 (1 + 2)!", null, null, null, []), SqlComposition.Of(new SqlText("select 1", "a.yml", 7, 5)), "Dataset 'd'", []).Failure;
        Assert.Equal("a.yml(7): DE0606: a result does not fit its type (INT64).", failure.Message);
    }

    [Theory]
    [InlineData("HUGEINT", "DECIMAL(38,0)")]
    [InlineData("UHUGEINT[]", "DECIMAL(38,0)[]")]
    [InlineData("STRUCT(a HUGEINT, \"HUGEINT\" VARCHAR, HUGEINT HUGEINT)", "STRUCT(a DECIMAL(38,0), \"HUGEINT\" VARCHAR, HUGEINT DECIMAL(38,0))")]
    [InlineData("BIGINT", "BIGINT")]
    public void StagedType_HoldsTheValues(string type, string staged) => Assert.Equal(staged, StagedTypes.Of(type));

    [Theory]
    [InlineData("regoin", "region")]
    [InlineData("ORDERS", "orders")]
    [InlineData("a", "b")]
    [InlineData("nothing_like_it", null)]
    public void Nearest_IsCloseOrNothing(string name, string? nearest) => Assert.Equal(nearest, Nearest.To(name, ["region", "orders", "b"]));
}
