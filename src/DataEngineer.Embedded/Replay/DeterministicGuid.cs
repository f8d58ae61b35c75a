using System.Security.Cryptography;
using System.Text;

namespace DataEngineer.Embedded.Replay;

/// <summary>Name-based ids, version 5 of RFC 9562.</summary>
internal static class DeterministicGuid
{
    private static readonly Guid Namespace = new("6f3f9f3c-5b0e-4d54-9b1c-0a7f0a3d8e21");

    public static Guid Create(string name)
    {
        Span<byte> hash = stackalloc byte[20];
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        Namespace.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
        CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
