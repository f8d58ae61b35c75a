namespace DataEngineer.Definitions.Diagnostics;

/// <summary>
/// The codes of problems found while reading and binding; a rule's own code stands on the rule. DE00xx YAML, DE01xx shape, DE02xx
/// pipelines, DE03xx customers. A code that is given up is not given to anything else.
/// </summary>
public static class DiagnosticCodes
{
    /// <summary>A text file is larger than 1 MiB; it is not read.</summary>
    public const string FileTooLarge = "DE0001";

    /// <summary>A text file is not UTF-8.</summary>
    public const string NotUtf8 = "DE0002";

    /// <summary>A file is not YAML.</summary>
    public const string Syntax = "DE0003";

    /// <summary>A tab stands in the indentation; YAML indents with spaces.</summary>
    public const string Tab = "DE0004";

    /// <summary>Mappings and lists lie more than 64 levels deep in one another.</summary>
    public const string TooDeep = "DE0005";

    /// <summary>A file has more than 100,000 values, aliases counted as what they stand for, or more than 1,000 aliases.</summary>
    public const string TooManyValues = "DE0006";

    /// <summary>An alias names an anchor that is not there, or one that it is part of.</summary>
    public const string BadAlias = "DE0007";

    /// <summary>A key stands twice in one mapping.</summary>
    public const string DuplicateKey = "DE0008";

    /// <summary>A value has a tag; types follow from the model alone.</summary>
    public const string Tag = "DE0009";

    /// <summary>A mapping has the merge key &lt;&lt;, which YAML 1.2 does not have.</summary>
    public const string MergeKey = "DE0010";

    /// <summary>A file holds more than one YAML document.</summary>
    public const string SeveralDocuments = "DE0011";

    /// <summary>A file holds nothing.</summary>
    public const string Empty = "DE0012";

    /// <summary>A key is not text.</summary>
    public const string KeyNotText = "DE0013";

    /// <summary>A text file holds a control character.</summary>
    public const string ControlCharacter = "DE0014";

    /// <summary>A customer's folder has pipelines but no customer.yml.</summary>
    public const string NoCustomerFile = "DE0015";

    /// <summary>A definition is named .yaml; only .yml files are read.</summary>
    public const string YamlEnding = "DE0016";

    /// <summary>A file has more problems than are shown.</summary>
    public const string MoreProblems = "DE0017";

    /// <summary>A key is not part of the language.</summary>
    public const string UnknownKey = "DE0101";

    /// <summary>A key that must be given is not.</summary>
    public const string MissingKey = "DE0102";

    /// <summary>A mapping, a list or a single value stands where another of them belongs.</summary>
    public const string WrongKind = "DE0103";

    /// <summary>A value is not of its key's type.</summary>
    public const string WrongValue = "DE0104";

    /// <summary>A value is none of the words that its key takes.</summary>
    public const string NotAllowed = "DE0105";

    /// <summary>A key has no value, or an empty one where text is needed.</summary>
    public const string NoValue = "DE0106";

    /// <summary>A number lies outside the bounds of its key.</summary>
    public const string OutOfRange = "DE0107";

    /// <summary>A name is not a lower-case letter followed by up to 62 lower-case letters, digits or underscores.</summary>
    public const string NotAName = "DE0108";

    /// <summary>Not exactly one of several keys is given.</summary>
    public const string NotExactlyOne = "DE0109";

    /// <summary>None of several keys is given.</summary>
    public const string NoneOfSeveral = "DE0110";

    /// <summary>A list that must have items has none.</summary>
    public const string EmptyList = "DE0111";

    /// <summary>A template stands where none is rendered.</summary>
    public const string TemplateNotAllowed = "DE0112";

    /// <summary>A template cannot be read, or names something that its place does not offer.</summary>
    public const string BadTemplate = "DE0113";

    /// <summary>A connection holds a secret's value instead of a reference to it.</summary>
    public const string SecretInText = "DE0114";
}
