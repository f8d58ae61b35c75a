using DataEngineer.Store;

namespace DataEngineer.Connections;

/// <summary>What a connection may reach: its own customer's files and nothing else.</summary>
/// <param name="Customer">The customer's id.</param>
/// <param name="Connection">The connection's name.</param>
/// <param name="CustomerFiles">The customer's folder of the pipelines tree; read-only.</param>
/// <param name="Store">The customer's store; targets that are files live in it below <c>targets/</c>.</param>
public sealed record ConnectionScope(string Customer, string Connection, IBlobStore CustomerFiles, IBlobStore Store);
