using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs.Specialized;

namespace DataEngineer.Azure.Storage;

/// <summary>
/// Sends a file as a blob: a small one in one request, a larger one as blocks that one request then makes visible. Blocks have names of
/// their own in each upload, so that two uploads to one path never mix (a client library's names are the offsets).
/// </summary>
internal sealed class FileUpload(BlockBlobClient blob, int blockBytes)
{
    public async Task<long> SendAsync(string localPath, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(localPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        if (file.Length <= blockBytes)
        {
            await blob.UploadAsync(file, cancellationToken: cancellationToken);
            return file.Length;
        }

        var blocks = new List<string>();
        var upload = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var buffer = new byte[blockBytes];
        while (await file.ReadAtLeastAsync(buffer, blockBytes, throwOnEndOfStream: false, cancellationToken) is > 0 and var read)
        {
            var block = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{upload}-{blocks.Count:00000}"));
            using var content = new MemoryStream(buffer, 0, read, writable: false);
            await blob.StageBlockAsync(block, content, cancellationToken: cancellationToken);
            blocks.Add(block);
        }

        await blob.CommitBlockListAsync(blocks, cancellationToken: cancellationToken);
        return file.Length;
    }
}
