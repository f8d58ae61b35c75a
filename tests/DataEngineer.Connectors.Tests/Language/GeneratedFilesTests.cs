using DataEngineer.Definitions.Publishing;
using DataEngineer.Testing;
using DataEngineer.Validation;

namespace DataEngineer.Connectors.Tests.Language;

public sealed class GeneratedFilesTests
{
    [Fact]
    public void CustomerSchema_IsWhatTheConnectorsMake() =>
        Assert.Null(GeneratedFile.Problem("pipelines/customer.schema.json", JsonSchemaWriter.WriteCustomer(ConnectorCatalog.All)));

    [Fact]
    public void Reference_IsWhatTheLanguageMakes() =>
        Assert.Null(GeneratedFile.Problem(
            "pipelines/REFERENCE.md",
            LanguageReference.Write(JsonSchemaWriter.WritePipeline(), JsonSchemaWriter.WriteCustomer(ConnectorCatalog.All), CodeReference.All)));

    [Fact]
    public void Reference_ExplainsEveryCode() =>
        Assert.Empty(CodeReference.All.Where(code => string.IsNullOrWhiteSpace(code.Value)).Select(code => code.Key));
}
