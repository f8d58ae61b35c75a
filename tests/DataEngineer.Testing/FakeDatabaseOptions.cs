using DataEngineer.Definitions.Schema;

namespace DataEngineer.Testing;

public sealed record FakeDatabaseOptions
{
    [Required]
    public string Path { get; init; } = "";

    [Range(1, 65535)]
    public int? Port { get; init; }

    public string? Password { get; init; }

    public TimeSpan? ConnectTimeout { get; init; }
}
