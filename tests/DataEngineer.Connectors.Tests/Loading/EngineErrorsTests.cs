using DataEngineer.Connectors.Loading;
using DataEngineer.Connectors.Tests.Targets;
using DataEngineer.Failures;

namespace DataEngineer.Connectors.Tests.Loading;

public sealed class EngineErrorsTests : IDisposable
{
    private readonly LakeBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("IO", "Could not set lock on file \"/w.duckdb\": Conflicting lock is held in python (PID 7)", "DE0812", FailureClass.Infrastructure, true)]
    [InlineData("IO", "Could not write file \"/w.duckdb\": No space left on device", "DE0813", FailureClass.Quota, true)]
    [InlineData("Out of Memory", "failed to offload data block\nThis limit was set by the 'max_temp_directory_size' setting.", "DE0813", FailureClass.Quota, true)]
    [InlineData("Out of Memory", "could not allocate block of size 256 KiB", "DE0814", FailureClass.Quota, false)]
    [InlineData("IO", "The file \"/w.duckdb\" exists, but it is not a valid DuckDB database file!", "DE0815", FailureClass.Infrastructure, false)]
    [InlineData("IO", "Corrupt database file: computed checksum 1 does not match stored checksum 2 in block at location 12288", "DE0815", FailureClass.Infrastructure, false)]
    [InlineData("IO", "Trying to read a database file with version number 99, but we can only read versions between 64 and 67.", "DE0815", FailureClass.Infrastructure, false)]
    [InlineData("Serialization", "Failed to deserialize", "DE0815", FailureClass.Infrastructure, false)]
    [InlineData("Conversion", "Could not convert string 'secret' to INT32", "DE0816", FailureClass.Schema, false)]
    [InlineData("Out of Range", "Overflow in 123 secret", "DE0816", FailureClass.Schema, false)]
    [InlineData("Constraint", "Duplicate key \"name: secret\" violates primary key constraint.", "DE0817", FailureClass.Quality, false)]
    [InlineData("TransactionContext", "Failed to commit: PRIMARY KEY or UNIQUE constraint violation: duplicate key \"secret\"", "DE0817", FailureClass.Quality, false)]
    [InlineData("TransactionContext", "Failed to commit: something about secret", "DE0820", FailureClass.Internal, false)]
    [InlineData("OutOfMemory", "failed to pin block", "DE0814", FailureClass.Quota, false)]
    [InlineData("IO", "Cannot open file \"/w.duckdb\": Permission denied", "DE0818", FailureClass.Permission, false)]
    [InlineData("IO", "Could not read from file \"/w.duckdb\": Input/output error", "DE0819", FailureClass.Infrastructure, true)]
    [InlineData("Binder", "Referenced column \"x\" not found", "DE0820", FailureClass.Internal, false)]
    [InlineData("Invalid Input", "something with 'secret'", "DE0820", FailureClass.Internal, false)]
    public void EngineError_IsClassified_AndQuotesNoValue(string kind, string text, string code, FailureClass failureClass, bool transient)
    {
        var error = EngineErrors.Classify(kind, text, new InvalidOperationException(text), _bench.Request(LoadCase.Append()), "/w.duckdb");
        Assert.Equal((code, failureClass, transient), (error.Failure.Code, error.Failure.Class, error.Failure.Transient));
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("load 'orders' of acme.orders_daily: ", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Failure.Next);
    }

    [Fact]
    public void MessageOfAFileInUse_SaysWhichFileAndWhatToDo()
    {
        var said = "Could not set lock on file \"/w.duckdb\": Conflicting lock is held in python (PID 7)";
        var failure = EngineErrors.Classify("IO", said, new InvalidOperationException(), _bench.Request(LoadCase.Append()), "/w.duckdb").Failure;
        Assert.Equal(
            "load 'orders' of acme.orders_daily: the database file /w.duckdb is in use by another program: Could not set lock on file \"/w.duckdb\": Conflicting lock is held in python (PID 7). Allowed: one program at a time. Nothing was written.",
            failure.Message);
        Assert.Equal("Close the other program, or let it read a copy of the file. The load is tried again.", failure.Next);
    }

    [Fact]
    public void MessageOfTooLittleMemory_NamesTheQuota() => Assert.Equal(
        "load 'orders' of acme.orders_daily: the engine needs more than the 1GB of memory that the customer's quota allows. Nothing was written.",
        EngineErrors.Classify("Out of Memory", "could not allocate", new InvalidOperationException(), _bench.Request(LoadCase.Append()), "/w").Message);

    [Fact]
    public void FileSystemErrors_AreClassified()
    {
        var request = _bench.Request(LoadCase.Append());
        Assert.Equal("DE0818", EngineErrors.Classify(new UnauthorizedAccessException("Access to the path is denied."), request, "/w").Failure.Code);
        Assert.Equal("DE0813", EngineErrors.Classify(new IOException("No space left on device : '/w'"), request, "/w").Failure.Code);
        Assert.Equal("DE0819", EngineErrors.Classify(new IOException("The device is gone."), request, "/w").Failure.Code);
    }
}
