using DataEngineer.Azure.Storage;

namespace DataEngineer.Azure.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Fact]
    public void Defaults_AreAsDocumented()
    {
        var options = new StorageOptions();
        Assert.Null(options.ConnectionString);
        Assert.Null(options.ServiceUri);
        Assert.Null(options.ManagedIdentityClientId);
        Assert.Equal("pipelines", options.PipelinesContainer);
        Assert.Equal(8_388_608, options.TransferBytes);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", null, "pipelines", 8_388_608, null)]
    [InlineData(null, "https://acme.blob.core.windows.net", "pipelines", 65_536, null)]
    [InlineData(null, null, "pipelines", 65_536, "Storage has neither ConnectionString nor ServiceUri; set one of them.")]
    [InlineData("x", "https://acme.blob.core.windows.net", "pipelines", 65_536, "Storage has both ConnectionString and ServiceUri; set one of them.")]
    [InlineData(null, "http://acme.example", "pipelines", 65_536, "Storage has ServiceUri 'http://acme.example/'; it takes an absolute https address, since an identity is sent to it.")]
    [InlineData("x", null, "customer-acme", 65_536, "Storage has PipelinesContainer 'customer-acme'; it takes 3 to 63 lower-case letters, digits and single hyphens, not beginning with 'customer'.")]
    [InlineData("x", null, "pipelines", 65_535, "Storage has TransferBytes 65535; it takes 65536 (64 KiB) to 268435456 (256 MiB).")]
    public void Problems_NameWhatToSet(string? connection, string? uri, string container, int bytes, string? problem)
    {
        var options = new StorageOptions
        {
            ConnectionString = connection,
            ServiceUri = uri is null ? null : new Uri(uri),
            PipelinesContainer = container,
            TransferBytes = bytes,
        };
        Assert.Equal(problem is null ? [] : [problem], options.Problems());
    }

    [Fact]
    public void Connect_OptionsWithProblems_Throws() =>
        Assert.Throws<ArgumentException>(() => ContainerStores.Connect(new StorageOptions(), "/tmp"));

    [Fact]
    public void Connect_SendsNothing() =>
        Assert.Equal("pipelines", ContainerStores.Connect(new StorageOptions { ServiceUri = new Uri("https://acme.blob.core.windows.net") }, "/tmp").Pipelines.Location);
}
