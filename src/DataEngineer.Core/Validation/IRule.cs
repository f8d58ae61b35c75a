namespace DataEngineer.Validation;

/// <summary>
/// One thing that must hold of a definition that was read and bound. Pure: it looks at its scope and nothing else. Its XML summary
/// is what the reference and reports say of its code.
/// </summary>
internal interface IRule<in TScope>
{
    /// <summary>DE####; a code that is given up is not given to another rule.</summary>
    string Code { get; }

    /// <summary>Everything that breaks the rule. Names that binding could not read are empty, and no rule's business.</summary>
    IEnumerable<Finding> Check(TScope scope);
}
