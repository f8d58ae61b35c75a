using DataEngineer.Validation.Rules;

namespace DataEngineer.Validation;

/// <summary>Every rule there is, by code.</summary>
internal static class RuleCatalog
{
    public static IReadOnlyList<IRule<PipelineScope>> Pipelines { get; } =
    [
        new PipelineNameRule(),
        new ConnectionExistsRule(),
        new ExtractReadsFilesRule(),
        new TargetTakesLoadsRule(),
        new WriteDispositionSupportedRule(),
        new MergeStrategySupportedRule(),
        new MergeNeedsKeyRule(),
        new MergeKeysOnlyForMergeRule(),
        new IntervalLoadRule(),
        new LoadDatasetExistsRule(),
        new AssertDatasetExistsRule(),
        new RelationshipTargetRule(),
        new DatasetDefinedOnceRule(),
        new AssertionNamedOnceRule(),
        new SqlFileExistsRule(),
        new DependsOnExistsRule(),
        new CronRule(),
        new ScheduleTimezoneRule(),
        new ScheduleStartRule(),
        new VariableRule(),
        new BoundsRule(),
        new RegexRule(),
        new FilePathRule(),
        new FileFormatRule(),
        new CsvOptionsRule(),
        new AllowEmptyRule(),
        new TableNameRule(),
        new RetryIntervalRule(),
        new TimeoutRule(),
        new ColumnTypeRule(),
        new PipelineMakesDataRule(),
        new DatasetUsedRule(),
        new PipelineHasEffectRule(),
        new ReservedVariableRule(),
        new TemplateReferenceRule(),
        new SqlFileTemplateRule(),
        new ColumnNamedOnceRule(),
        new TableLoadedOnceRule(),
        new QuarantineRule(),
    ];

    public static IReadOnlyList<IRule<CustomerScope>> Customers { get; } =
    [
        new CustomerIdRule(),
        new CustomerTimezoneRule(),
        new ConnectionTypeRule(),
        new QuotaMemoryRule(),
    ];
}
