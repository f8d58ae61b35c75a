using DataEngineer.Store;

namespace DataEngineer.Conformance.Stores;

/// <summary>Makes the stores of one kind for the suite.</summary>
public interface IStoreFixture
{
    /// <summary>Full path of the folder that the stores below use for unfinished writes and local copies.</summary>
    string TempFolder { get; }

    /// <summary>An empty store that no other test sees.</summary>
    IBlobStore NewStore();

    /// <summary>Customers' stores that no other test sees; each call answers new ones.</summary>
    ICustomerStores NewCustomers();
}
