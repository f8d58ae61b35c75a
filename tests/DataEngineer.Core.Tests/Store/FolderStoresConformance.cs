using DataEngineer.Conformance.Stores;

namespace DataEngineer.Core.Tests.Store;

public sealed class FolderStoresConformance(FolderStoreFixture fixture) : CustomerStoresSuite<FolderStoreFixture>(fixture);
