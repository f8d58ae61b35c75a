using DataEngineer.Definitions.Templates;

namespace DataEngineer.Core.Tests.Definitions.Templates;

public sealed class TemplateTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 6, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a/{{ interval.start }}/b", "a/2026-01-31T06:00:00+01:00/b")]
    [InlineData("{{interval.start|date('yyyy/MM/dd')}}.csv", "2026/01/31.csv")]
    [InlineData("{{ interval.start | date(\"yyyyMMdd\") }}-{{ interval.end | date(\"HH\") }}", "20260131-06")]
    [InlineData("{{ variables.region }}/{{ run.id }}", "<variables.region>/<run.id>")]
    [InlineData("{{ secrets.SHOP_TOKEN }}", "<secrets.SHOP_TOKEN>")]
    [InlineData("single { brace } stays", "single { brace } stays")]
    public void Render_Template_PutsValuesInPlace(string text, string expected)
    {
        Assert.True(Template.TryParse(text, out var template, out _));
        Assert.Equal(expected, template.Render(reference => reference.Root == TemplateRoot.Interval ? Start : $"<{reference}>"));
    }

    [Theory]
    [InlineData("{{ interval.start", "{{ is not closed by }}")]
    [InlineData("a }} b", "}} has no {{ before it")]
    [InlineData("{{ }}", "{{ }} is empty")]
    [InlineData("{{ interval }}", "'interval' is not one of its forms")]
    [InlineData("{{ interval.middle }}", "the interval has start and end, not 'middle'")]
    [InlineData("{{ run.name }}", "the run has id, not 'name'")]
    [InlineData("{{ env.HOME }}", "'env.HOME' is not one of its forms")]
    [InlineData("{{ ref('orders') }}", "'ref('orders')' is not one of its forms")]
    [InlineData("{{ interval.start + 1 }}", "'interval.start + 1' is not one of its forms")]
    [InlineData("{{ variables.region | upper }}", "'variables.region | upper' is not one of its forms")]
    [InlineData("{{ variables.region | date('yyyy') }}", "only interval.start and interval.end take a date format")]
    [InlineData("{{ interval.start | date('d') }}", "'d' is not a date format")]
    [InlineData("{{ interval.start | date('') }}", "'' is not a date format")]
    [InlineData("{{ interval.start | date('%%%') }}", "'%%%' is not a date format")]
    [InlineData("{% if x %}", "there are no {% %} statements")]
    public void TryParse_NoTemplate_SaysWhy(string text, string expected)
    {
        Assert.False(Template.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void References_Template_AreInOrder()
    {
        Assert.True(Template.TryParse("{{ run.id }}{{ interval.end | date('yyyy') }}", out var template, out _));
        Assert.Equal([new TemplateReference(TemplateRoot.Run, "id"), new TemplateReference(TemplateRoot.Interval, "end", "yyyy")], template.References);
    }

    [Fact]
    public void Render_MissingValue_NamesTheReference()
    {
        Assert.True(Template.TryParse("{{ interval.start }}", out var template, out _));
        var refused = Assert.Throws<InvalidOperationException>(() => template.Render(_ => null));
        Assert.Equal("The template's 'interval.start' has no value in this run.", refused.Message);
    }

    [Theory]
    [InlineData("a {{ b", true)]
    [InlineData("{% x %}", true)]
    [InlineData("{ x }", false)]
    public void MayBeIn_Text_LooksForBraces(string text, bool expected) => Assert.Equal(expected, Template.MayBeIn(text));
}
