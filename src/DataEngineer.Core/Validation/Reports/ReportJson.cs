using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataEngineer.Validation.Reports;

/// <summary>How reports write JSON: indented, quotes and brackets of messages readable.</summary>
internal static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
