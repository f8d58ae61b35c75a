namespace DataEngineer.Embedded.Instances;

/// <summary>Let the instance go on.</summary>
internal sealed record ResumeExecution(string Reason) : ClientMessage;
