namespace DataEngineer.Shape.Tests;

public sealed class FileSizeTests
{
    private const int LongestSource = 350;
    private const int LongestTest = 500;
    private const int NineOfTen = 200;
    private const int Median = 70;

    [Fact]
    public void SourceFiles_NoneIsOverTheLongestAllowed() => AssertNoneOver("src", LongestSource);

    [Fact]
    public void TestFiles_NoneIsOverTheLongestAllowed() => AssertNoneOver("tests", LongestTest);

    [Fact]
    public void SourceFiles_NineOfTenAreShort()
    {
        var lengths = Lengths();
        var ninth = lengths[lengths.Length * 9 / 10];
        Assert.True(ninth < NineOfTen, $"One in ten source files has {ninth} lines or more; allowed are {NineOfTen}.");
    }

    [Fact]
    public void SourceFiles_MedianIsSmall()
    {
        var lengths = Lengths();
        var median = lengths[lengths.Length / 2];
        Assert.True(median < Median, $"The median source file has {median} lines; allowed are {Median}.");
    }

    private static int[] Lengths() => [.. Repository.SourceFiles("src").Select(file => file.Lines.Count).Order()];

    private static void AssertNoneOver(string folder, int most)
    {
        var files = Repository.SourceFiles(folder).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => file.Lines.Count > most).Select(file => $"{file.Path}: {file.Lines.Count} lines"));
    }
}
