namespace DataEngineer.Definitions.Model;

/// <summary>The calendar spans that a run can cover.</summary>
public enum IntervalUnit
{
    /// <summary>A clock hour.</summary>
    Hour,

    /// <summary>A calendar day in the schedule's time zone: 23 or 25 hours where daylight saving changes.</summary>
    Day,

    /// <summary>Seven days from Monday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,
}
