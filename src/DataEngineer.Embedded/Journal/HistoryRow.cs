namespace DataEngineer.Embedded.Journal;

/// <summary>One stored event: its JSON in UTF-8, and the link of the checksum chain.</summary>
internal sealed record HistoryRow(byte[] Data, long Sum);
