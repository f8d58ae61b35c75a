namespace DataEngineer.Connections.Secrets;

/// <summary>Secrets from named variables of the process, <c>DATAENG_SECRET_&lt;CUSTOMER&gt;_&lt;NAME&gt;</c> in capitals.</summary>
/// <param name="read">Reads a variable; null where it is not set.</param>
public sealed class VariableSecretSource(Func<string, string?> read) : ISecretSource
{
    /// <summary>The variable that holds a secret.</summary>
    public static string VariableOf(string customer, string name) =>
        $"DATAENG_SECRET_{customer.ToUpperInvariant()}_{name.ToUpperInvariant()}";

    /// <inheritdoc/>
    public Task<string?> FindAsync(string customer, string name, CancellationToken cancellationToken) =>
        Task.FromResult(read(VariableOf(customer, name)));
}
