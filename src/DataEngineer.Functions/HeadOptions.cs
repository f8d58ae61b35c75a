namespace DataEngineer.Functions;

/// <summary>What the head takes from the app's settings, section <c>DataEngineer</c>, besides <c>DataEngineer:Storage</c>.</summary>
internal sealed class HeadOptions
{
    /// <summary>Full path of the one place for temporary files. Default <c>data-engineer</c> below the system's temporary folder.</summary>
    public string TempFolder { get; set; } = Path.Combine(Path.GetTempPath(), "data-engineer");
}
