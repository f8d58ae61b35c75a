using DataEngineer.Definitions.Diagnostics;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Naming;
using DataEngineer.Definitions.Tree;

namespace DataEngineer.Planning.Graph;

/// <summary>One pipeline's definition, the datasets it makes, and the problems found in it so far.</summary>
internal sealed class PipelineSource
{
    private const int Shown = 10;

    private readonly SortedSet<string> _datasets;
    private readonly List<Diagnostic> _problems = [];

    public PipelineSource(CustomerTree tree, Document<PipelineDefinition> pipeline)
    {
        Tree = tree;
        Document = pipeline;
        Files = new CustomerFiles(tree);
        File = Files.Relative(pipeline.File);
        _datasets = new SortedSet<string>(Model.Extract.Keys.Concat(Model.Transform.Keys), StringComparer.Ordinal);
    }

    public CustomerTree Tree { get; }

    public Document<PipelineDefinition> Document { get; }

    public PipelineDefinition Model => Document.Model;

    public CustomerFiles Files { get; }

    /// <summary>The pipeline's file below the customer's folder.</summary>
    public string File { get; }

    public List<Diagnostic> Problems => _problems;

    public IReadOnlyCollection<string> Datasets => _datasets;

    public bool Makes(string dataset) => _datasets.Contains(dataset);

    /// <summary>The step that makes a dataset.</summary>
    public string Maker(string dataset) => StepNames.Of(Model.Extract.ContainsKey(dataset) ? StepKind.Extract : StepKind.Transform, dataset);

    public void Error(string code, string path, string message, string? fix = null) => Error(code, Document.Positions.ValueAt(path), message, fix);

    public void ErrorAtKey(string code, string path, string message, string? fix = null) => Error(code, Document.Positions.KeyAt(path), message, fix);

    /// <summary>A problem at a place of a file below the customer's folder.</summary>
    public void Error(string code, string file, SourcePosition place, string message, string? fix = null) =>
        _problems.Add(new Diagnostic(code, DiagnosticSeverity.Error, Files.Shown(file), place.Line, place.Column, message, fix));

    /// <summary>Reports a dataset that is not there; true where it is. A name that could not be read is reported already.</summary>
    public bool Knows(string dataset, string path, string what)
    {
        if (Makes(dataset))
        {
            return true;
        }

        if (dataset.Length > 0)
        {
            Error(PlanningCodes.UnknownDataset, path, $"{what} names '{dataset}', which {NoDataset()}", Suggestion.For(dataset, Datasets));
        }

        return false;
    }

    /// <summary>"is no dataset of pipeline x; it makes a, b."</summary>
    public string NoDataset()
    {
        var names = string.Join(", ", _datasets.Take(Shown));
        return $"is no dataset of pipeline '{Model.Pipeline}'; it makes {names}{(_datasets.Count > Shown ? ", …" : "")}.";
    }

    private void Error(string code, SourcePosition place, string message, string? fix) => Error(code, File, place, message, fix);
}
