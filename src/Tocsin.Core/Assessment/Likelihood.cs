namespace Tocsin.Core.Assessment;

/// <summary>The seven likelihood words of ICD 203 (Analytic Standards, 2015, D.6.e.2.a), by probability in percent.</summary>
public enum Likelihood
{
    AlmostNoChance = 1,
    VeryUnlikely = 2,
    Unlikely = 3,
    RoughlyEvenChance = 4,
    Likely = 5,
    VeryLikely = 6,
    AlmostCertain = 7,
}

public static class LikelihoodWords
{
    private static readonly (Likelihood Word, string Text, int From, int To)[] Table =
    [
        (Likelihood.AlmostNoChance, "almost no chance", 1, 5),
        (Likelihood.VeryUnlikely, "very unlikely", 5, 20),
        (Likelihood.Unlikely, "unlikely", 20, 45),
        (Likelihood.RoughlyEvenChance, "roughly even chance", 45, 55),
        (Likelihood.Likely, "likely", 55, 80),
        (Likelihood.VeryLikely, "very likely", 80, 95),
        (Likelihood.AlmostCertain, "almost certain", 95, 99),
    ];

    /// <summary>The word for a probability in [0, 1]; a boundary belongs to the stronger word.</summary>
    public static Likelihood Of(double probability)
    {
        var word = Likelihood.AlmostNoChance;
        foreach (var row in Table)
        {
            if (probability * 100 >= row.From) word = row.Word;
        }
        return word;
    }

    public static string Text(this Likelihood likelihood) => Table[(int)likelihood - 1].Text;

    /// <summary>The percent range the word stands for, e.g. <c>80–95 %</c>.</summary>
    public static string Range(this Likelihood likelihood)
    {
        var row = Table[(int)likelihood - 1];
        return $"{row.From}–{row.To} %";
    }
}
