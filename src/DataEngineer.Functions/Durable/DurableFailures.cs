using DataEngineer.Orchestration.Ports;
using Microsoft.DurableTask;

namespace DataEngineer.Functions.Durable;

internal static class DurableFailures
{
    public static OrchestrationFailure Of(TaskFailureDetails details) => new(details.ErrorType, details.ErrorMessage);
}
