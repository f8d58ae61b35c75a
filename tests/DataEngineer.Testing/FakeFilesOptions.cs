using DataEngineer.Definitions.Schema;

namespace DataEngineer.Testing;

public sealed record FakeFilesOptions
{
    [Required]
    public string Root { get; init; } = "";
}
