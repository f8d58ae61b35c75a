namespace DataEngineer.Embedded.Tests;

internal static class FaultedTasks
{
    public static void ThrowIfFaulted(this Task task)
    {
        if (task.IsFaulted)
        {
            task.GetAwaiter().GetResult();
        }
    }
}
