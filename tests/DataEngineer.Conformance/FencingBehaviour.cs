namespace DataEngineer.Conformance;

/// <summary>Attempts that overlap: later ones can be told from earlier ones, and only their results count.</summary>
public abstract class FencingBehaviour(IDurableHostFixture fixture) : DurableBehaviour(fixture)
{
    private readonly Deliveries _deliveries = new();

    [Fact]
    public async Task Token_OfEveryDelivery_IsItsOwn()
    {
        await Host(new CatalogBuilder()
            .Orchestration("fan", async context => (await Task.WhenAll(Enumerable.Range(0, 50).Select(i => context.CallActivityAsync<string>("token", i)))).Length)
            .Activity<int, string>("token", (context, input, _) => Task.FromResult(_deliveries.Note(context, input).FencingToken)));
        await Run("fan", "a");
        await Run("fan", "b");
        Assert.Equal(100, _deliveries.All.Select(delivery => delivery.FencingToken).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Token_OfTheNextDelivery_IsGreaterOrdinally()
    {
        var gate = new Gate();
        await Host(Attempts(gate));
        await Start("attempts", "a");
        for (var attempt = 1; attempt <= 12; attempt++)
        {
            await Until(() => _deliveries.All.Count == attempt);
            await Restart();
        }

        gate.Open();
        await Output<string>("a");
        var tokens = _deliveries.All.Select(delivery => delivery.FencingToken).ToList();
        Assert.Equal(13, tokens.Count);
        Assert.Equal(tokens.Order(StringComparer.Ordinal), tokens);
        Assert.Equal(tokens.Count, tokens.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Result_OfASupersededDelivery_IsIgnored()
    {
        var late = new Gate();
        await Host(new CatalogBuilder()
            .Orchestration("attempts", async context =>
            {
                var winner = await context.CallActivityAsync<string>("attempt", null);
                await context.WaitForExternalEventAsync<bool>("go");
                return winner;
            })
            .Activity<object?, string>("attempt", async (context, input, _) =>
            {
                var delivery = _deliveries.Note(context, input);
                if (_deliveries.All.Count == 1)
                {
                    await late.PassAsync(CancellationToken.None);
                }

                return delivery.FencingToken;
            }));
        await Start("attempts", "a");
        await Soon(late.Arrived);
        await Restart();
        await Until(() => _deliveries.All.Count == 2);
        late.Open();
        await Client.RaiseEventAsync("a", "go", true, Token);
        Assert.Equal(_deliveries.All[1].FencingToken, await Output<string>("a"));
    }

    private CatalogBuilder Attempts(Gate gate) => new CatalogBuilder()
        .Orchestration("attempts", context => context.CallActivityAsync<string>("attempt", null))
        .Activity<object?, string>("attempt", async (context, input, token) =>
        {
            _deliveries.Note(context, input);
            await gate.PassAsync(token);
            return context.FencingToken;
        });
}
