using System.Runtime.InteropServices;
using System.Text;

namespace Souq.Listings.Photos;

/// <summary>Makes a rename survive a power cut. .NET flushes files but not folders, and on Linux a new name is on disk only when its folder is.</summary>
internal static class FolderFlush
{
    private const int CloseOnExec = 0x80000;

    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), CloseOnExec);
        if (handle < 0)
            return;
        _ = Sync(handle);
        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "open"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
