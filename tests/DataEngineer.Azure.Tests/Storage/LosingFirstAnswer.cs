using Azure.Core;
using Azure.Core.Pipeline;

namespace DataEngineer.Azure.Tests.Storage;

/// <summary>A network that lets one write through and loses its answer, so that the client sends it again.</summary>
internal sealed class LosingFirstAnswer : HttpPipelinePolicy
{
    private int _lost;

    public bool HasLost => _lost > 0;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The stores send nothing synchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.Request.Method == RequestMethod.Put && message.Response is { IsError: false } && Interlocked.Exchange(ref _lost, 1) == 0)
        {
            throw new IOException("The answer was lost.");
        }
    }
}
