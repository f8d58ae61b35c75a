using DataEngineer.Failures;

namespace DataEngineer.Core.Tests.Failures;

public sealed class FailureOwnersTests
{
    [Theory]
    [InlineData(FailureClass.Contract, FailureOwner.DataArchitect)]
    [InlineData(FailureClass.Schema, FailureOwner.DataArchitect)]
    [InlineData(FailureClass.BusinessRule, FailureOwner.DataAnalyst)]
    [InlineData(FailureClass.Quality, FailureOwner.DataAnalyst)]
    [InlineData(FailureClass.Infrastructure, FailureOwner.Devops)]
    [InlineData(FailureClass.Permission, FailureOwner.Devops)]
    [InlineData(FailureClass.Quota, FailureOwner.Devops)]
    [InlineData(FailureClass.Definition, FailureOwner.Support)]
    [InlineData(FailureClass.MissingData, FailureOwner.Support)]
    [InlineData(FailureClass.Cancelled, FailureOwner.Support)]
    [InlineData(FailureClass.Internal, FailureOwner.Support)]
    public void Of_EachClass_HasItsOwner(FailureClass failureClass, FailureOwner owner) => Assert.Equal(owner, FailureOwners.Of(failureClass));

    [Fact]
    public void Of_EveryClass_HasAnOwner() => Assert.All(Enum.GetValues<FailureClass>(), failureClass => FailureOwners.Of(failureClass));
}
