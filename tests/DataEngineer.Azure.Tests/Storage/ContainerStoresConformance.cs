using DataEngineer.Conformance.Stores;

namespace DataEngineer.Azure.Tests.Storage;

public sealed class ContainerStoresConformance(ContainerStoreFixture fixture) : CustomerStoresSuite<ContainerStoreFixture>(fixture);
