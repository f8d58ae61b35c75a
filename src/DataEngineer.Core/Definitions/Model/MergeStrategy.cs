namespace DataEngineer.Definitions.Model;

/// <summary>What merge does with rows whose primary_key is already there.</summary>
public enum MergeStrategy
{
    /// <summary>Each takes the values of the new row; new keys are inserted.</summary>
    Upsert,

    /// <summary>All rows with a key among the new ones are deleted, then all new rows inserted; the key may repeat in the new rows.</summary>
    DeleteInsert,

    /// <summary>They stay as they are; only new keys are inserted.</summary>
    InsertOnly,
}
