namespace DataEngineer.Store;

/// <summary>One store a customer: a folder, or a container of its own. Isolation is that no store can name another's files.</summary>
public interface ICustomerStores
{
    /// <summary>The customer's store, made when first used.</summary>
    IBlobStore Open(string customer);
}
