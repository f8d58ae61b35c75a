namespace DataEngineer.Failures;

/// <summary>The closed list of what can go wrong. Each class has one owner (<see cref="FailureOwners"/>).</summary>
public enum FailureClass
{
    /// <summary>What a source delivers, or a target expects, is not what a contract says.</summary>
    Contract,

    /// <summary>Columns or types are not what a query, an assertion or a target needs.</summary>
    Schema,

    /// <summary>A rule of the business does not hold of the data.</summary>
    BusinessRule,

    /// <summary>The data is not good enough: an assertion failed, or too many rows could not be read.</summary>
    Quality,

    /// <summary>A network, disk, server or process did not do its work.</summary>
    Infrastructure,

    /// <summary>Credentials or rights are missing or refused.</summary>
    Permission,

    /// <summary>A limit was reached: memory, disk space, rate, time.</summary>
    Quota,

    /// <summary>A definition cannot be run: YAML, SQL or a variable is wrong.</summary>
    Definition,

    /// <summary>What should have been there was not: a file, a table, an object.</summary>
    MissingData,

    /// <summary>A person or the host stopped the work.</summary>
    Cancelled,

    /// <summary>A fault of this software.</summary>
    Internal,
}
