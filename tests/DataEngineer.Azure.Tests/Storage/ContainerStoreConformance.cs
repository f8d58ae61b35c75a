using DataEngineer.Conformance.Stores;

namespace DataEngineer.Azure.Tests.Storage;

public sealed class ContainerStoreConformance(ContainerStoreFixture fixture) : BlobStoreSuite<ContainerStoreFixture>(fixture);
