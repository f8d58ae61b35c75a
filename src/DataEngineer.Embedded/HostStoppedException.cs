namespace DataEngineer.Embedded;

/// <summary>The host was stopped; its instances go on when the journal is opened again.</summary>
public sealed class HostStoppedException()
    : Exception("The embedded host has stopped. Its instances are kept in the journal and go on when a host opens it again.");
