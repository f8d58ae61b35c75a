using DataEngineer.Definitions.Tree;

namespace DataEngineer.Planning;

/// <summary>
/// The two ways in which a customer's file is named: below the pipelines folder in messages, below the customer's own in plans, which
/// know no other folder.
/// </summary>
internal readonly struct CustomerFiles(CustomerTree tree)
{
    private readonly string _folder = tree.Customer.File[..(tree.Customer.File.LastIndexOf('/') + 1)];

    public string Relative(string shown) => shown.StartsWith(_folder, StringComparison.Ordinal) ? shown[_folder.Length..] : shown;

    public string Shown(string relative) => _folder + relative;
}
