using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DataEngineer.Embedded.Journal;

/// <summary>
/// Chains each row of a history to the one before, so that a flipped byte, a missing, a moved or a foreign row is found
/// when the history is read; SQLite itself has no checksums in the database file.
/// </summary>
internal static class HistoryChecksum
{
    public static long Seed(string instanceId, int execution) => First(SHA256.HashData(Encoding.UTF8.GetBytes($"{execution}\n{instanceId}")));

    public static long Next(long previous, ReadOnlySpan<byte> data)
    {
        Span<byte> link = stackalloc byte[8 + 32];
        BinaryPrimitives.WriteInt64LittleEndian(link, previous);
        SHA256.HashData(data, link[8..]);
        return First(SHA256.HashData(link));
    }

    /// <summary>Over what an ended instance shows.</summary>
    public static long Final(string instanceId, InstanceState state) =>
        First(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
            '\0', instanceId, (int)state.Status, state.CustomStatus, state.Output, state.Failure?.ErrorType, state.Failure?.Message))));

    private static long First(byte[] hash) => BinaryPrimitives.ReadInt64LittleEndian(hash);
}
