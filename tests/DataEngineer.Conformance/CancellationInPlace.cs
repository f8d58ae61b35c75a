namespace DataEngineer.Conformance;

/// <summary>Cancels on the calling thread: CancelAsync calls back on the thread pool, which no orchestration may use.</summary>
internal static class CancellationInPlace
{
    public static void CancelHere(this CancellationTokenSource source) => source.Cancel();
}
