using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Tree;

namespace DataEngineer.Definitions.Reading;

/// <summary>What reading one customer's folder gave.</summary>
/// <param name="Tree">Null where customer.yml could not be read at all.</param>
/// <param name="IsWhole">True where customer.yml has no problem.</param>
internal sealed record CustomerFolder(CustomerTree? Tree, bool IsWhole, IReadOnlyList<Diagnostic> Diagnostics);
