using Tocsin.Core.Assessment;

namespace Tocsin.Core.Tests.Assessment;

public class LikelihoodTests
{
    [Theory]
    [InlineData(0.0, "almost no chance")]
    [InlineData(0.049, "almost no chance")]
    [InlineData(0.05, "very unlikely")]
    [InlineData(0.3, "unlikely")]
    [InlineData(0.5, "roughly even chance")]
    [InlineData(0.55, "likely")]
    [InlineData(0.8, "very likely")]
    [InlineData(0.99, "almost certain")]
    public void Probabilities_have_the_words_of_ICD_203(double probability, string word) =>
        Assert.Equal(word, LikelihoodWords.Of(probability).Text());

    [Fact]
    public void A_word_tells_its_range() => Assert.Equal("80–95 %", Likelihood.VeryLikely.Range());
}
