using DataEngineer.Definitions.Values;

namespace DataEngineer.Validation.Rules;

/// <summary>A customer's memory quota is at least 64MB, below which the engine does not work.</summary>
internal sealed class QuotaMemoryRule : IRule<CustomerScope>
{
    public string Code => "DE0304";

    private static readonly ByteSize Least = new(64_000_000);

    public IEnumerable<Finding> Check(CustomerScope scope)
    {
        var memory = scope.Customer.Quotas.Memory;
        if (memory.Bytes > 0 && memory.Bytes < Least.Bytes)
        {
            yield return new Finding("quotas.memory", $"quotas.memory is {memory}; allowed is {Least} and more.");
        }
    }
}
