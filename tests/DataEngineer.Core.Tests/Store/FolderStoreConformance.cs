using DataEngineer.Conformance.Stores;

namespace DataEngineer.Core.Tests.Store;

public sealed class FolderStoreConformance(FolderStoreFixture fixture) : BlobStoreSuite<FolderStoreFixture>(fixture);
