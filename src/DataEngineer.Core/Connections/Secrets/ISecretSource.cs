namespace DataEngineer.Connections.Secrets;

/// <summary>Where <c>{{ secrets.X }}</c> comes from: Key Vault in Azure, the environment on one machine.</summary>
public interface ISecretSource
{
    /// <summary>The secret's value, or null where the customer has none of that name.</summary>
    Task<string?> FindAsync(string customer, string name, CancellationToken cancellationToken);
}
