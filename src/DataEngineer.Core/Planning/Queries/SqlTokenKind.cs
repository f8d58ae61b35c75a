namespace DataEngineer.Planning.Queries;

/// <summary>The kinds of <see cref="SqlToken"/>.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or a name without quotes.</summary>
    Word,

    /// <summary>$name.</summary>
    Parameter,

    /// <summary>?, $1, or a $ that its name does not follow at once.</summary>
    Positional,

    /// <summary>The end of a statement.</summary>
    Semicolon,

    /// <summary>Anything else.</summary>
    Other,
}
