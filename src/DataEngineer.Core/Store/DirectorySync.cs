using System.Runtime.InteropServices;

namespace DataEngineer.Store;

/// <summary>Makes a rename durable: on Unix the folder's entry is flushed too; Windows does so by itself.</summary>
internal static partial class DirectorySync
{
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, 0);
        if (descriptor < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened to flush it: error {Marshal.GetLastPInvokeError()}.");
        }

        try
        {
            if (FlushDescriptor(descriptor) != 0)
            {
                throw new IOException($"The folder {folder} cannot be flushed: error {Marshal.GetLastPInvokeError()}.");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FlushDescriptor(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
