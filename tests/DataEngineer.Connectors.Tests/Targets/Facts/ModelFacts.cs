using CsCheck;
using DataEngineer.Connections;
using DataEngineer.Definitions.Model;

namespace DataEngineer.Connectors.Tests.Targets.Facts;

/// <summary>Any sequence of loads, run again, delivered twice or ended before their commit, comes to what a list in memory comes to.</summary>
public abstract class ModelFacts<TBench>
    where TBench : TargetBench, new()
{
    private static readonly Gen<(int Day, int Amount)> GenRow = Gen.Select(Gen.Int[1, 6], Gen.Int[1, 99]);

    private static readonly Gen<Delivery> GenDelivery = Gen.Select(
        Gen.Enum<WriteDisposition>(),
        Gen.Enum<MergeStrategy>(),
        Gen.Int[1, 3],
        Gen.Int[1, 3],
        Gen.Bool,
        Gen.Frequency((1, Gen.Const(true)), (3, Gen.Const(false))),
        GenRow.Array[0, 5],
        (disposition, strategy, slot, attempt, redelivered, crashes, rows) => new Delivery(disposition, strategy, slot, attempt, redelivered, crashes, rows));

    [Fact]
    public void Loads_InAnySequence_EqualTheModel() => GenDelivery.Array[1, 8].Sample(Run, iter: 20, threads: 1);

    private static void Run(Delivery[] deliveries)
    {
        using var bench = new TBench();
        var model = new TargetModel();
        foreach (var delivery in deliveries)
        {
            var load = Case(delivery);
            if (delivery.Crashes && !model.Knows(load))
            {
                Assert.Throws<CrashException>(() => Load(bench, load, () => throw new CrashException()));
            }
            else
            {
                var expected = model.Load(load, Rows(delivery));
                Assert.Equal(expected, Counts(Load(bench, load)));
                Assert.Equal(expected with { AlreadyDone = true }, delivery.Redelivered ? Counts(Load(bench, load.Redelivered())) : expected with { AlreadyDone = true });
            }

            Assert.Equal(model.Texts(), bench.Rows());
        }
    }

    private static LoadReport Load(TBench bench, LoadCase load, Action? beforeCommit = null) =>
        bench.LoadAsync(load, beforeCommit).GetAwaiter().GetResult();

    private static LoadReport Counts(LoadReport report) => report with { Location = "", Table = "" };

    private static LoadCase Case(Delivery delivery) => LoadCase.Days(1, 4, [.. Rows(delivery)]) with
    {
        Disposition = delivery.Disposition,
        Strategy = delivery.Strategy,
        Key = ["day"],
        IntervalKey = $"manual-000{delivery.Slot}",
        Attempt = delivery.Attempt,
    };

    /// <summary>Rows that the disposition takes: inside the interval, keys once.</summary>
    private static IEnumerable<(int Day, int Amount)> Rows(Delivery delivery) => delivery switch
    {
        { Disposition: WriteDisposition.Interval } => delivery.Rows.Where(row => row.Day < 4),
        { Disposition: WriteDisposition.Merge, Strategy: not MergeStrategy.DeleteInsert } => delivery.Rows.DistinctBy(row => row.Day),
        _ => delivery.Rows,
    };

    private sealed record Delivery(
        WriteDisposition Disposition, MergeStrategy Strategy, int Slot, int Attempt, bool Redelivered, bool Crashes, (int Day, int Amount)[] Rows)
    {
        public override string ToString() =>
            $"{Disposition} {Strategy} slot {Slot} attempt {Attempt}{(Redelivered ? " twice" : "")}{(Crashes ? " crashes" : "")}: {string.Join(' ', Rows)}";
    }
}
