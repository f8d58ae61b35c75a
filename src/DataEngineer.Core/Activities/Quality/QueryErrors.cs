using DataEngineer.Engine;
using DataEngineer.Failures;
using DataEngineer.Plans;

namespace DataEngineer.Activities.Quality;

/// <summary>Errors of an assertion's query, with the assertion's name and place before those in the SQL.</summary>
internal static class QueryErrors
{
    /// <summary>Runs what may meet an error in the query.</summary>
    public static T Named<T>(PlannedAssertion assertion, AssertSession session, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (EngineException e)
        {
            throw Of(assertion, session, e);
        }
        catch (StepFailedException e)
        {
            throw Of(assertion, e);
        }
    }

    public static StepFailedException Of(PlannedAssertion assertion, AssertSession session, EngineException e) =>
        Of(assertion, SqlErrors.Of(e.Error, e.Sql, "the query", session.Datasets));

    private static StepFailedException Of(PlannedAssertion assertion, StepFailedException e) =>
        new(e.Failure with { Message = $"{assertion.File}({assertion.Line}): assertion '{assertion.Name}': {e.Failure.Message}" }, e);
}
