using DataEngineer.Store;

namespace DataEngineer.Activities.Quality;

/// <summary>
/// A file of the store that is written inside the jail, which was closed before the file had a name, and moved when it is committed.
/// </summary>
internal sealed class JailedBlob(IPendingBlob outside, string inside) : IPendingBlob
{
    public string LocalPath => inside;

    public Task<long> CommitAsync(CancellationToken cancellationToken)
    {
        File.Move(inside, outside.LocalPath, overwrite: true);
        return outside.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(inside);
        await outside.DisposeAsync();
    }
}
