using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Rules;

/// <summary>A customer has the id that its folder is named.</summary>
internal sealed class CustomerIdRule : IRule<CustomerScope>
{
    public string Code => "DE0301";

    public IEnumerable<Finding> Check(CustomerScope scope)
    {
        var id = scope.Customer.Customer;
        if (id.Length > 0 && id != scope.Tree.Id)
        {
            yield return new Finding("customer", $"the customer's id is '{Shown.Text(id)}' and its folder's name '{Shown.Text(scope.Tree.Id)}'; they must be equal.",
                "Rename the folder, or correct the id.");
        }
    }
}
