using DataEngineer.Definitions.Diagnostics;

namespace DataEngineer.Validation.Rules;

/// <summary>A customer's timezone is in the IANA time zone database.</summary>
internal sealed class CustomerTimezoneRule : IRule<CustomerScope>
{
    public string Code => "DE0302";

    public IEnumerable<Finding> Check(CustomerScope scope)
    {
        var zone = scope.Customer.Timezone;
        if (!TimeZones.IsKnown(zone))
        {
            yield return new Finding("timezone", $"the customer has timezone '{Shown.Text(zone)}', which is not an IANA time zone.", TimeZones.Advise(zone));
        }
    }
}
