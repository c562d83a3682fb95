using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace Tocsin.Console.Words;

/// <summary>
/// Which languages the console speaks: English, and each that a <c>Strings.xx.resx</c> was built for. The visitor's browser
/// chooses among them; numbers and dates stay as the house writes them.
/// </summary>
internal static class Languages
{
    public static IReadOnlyList<CultureInfo> Known { get; } = [CultureInfo.GetCultureInfo("en"), .. Built()];

    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.UseRequestLocalization(options =>
    {
        options.DefaultRequestCulture = new(CultureInfo.InvariantCulture, Known[0]);
        options.SupportedCultures = [CultureInfo.InvariantCulture];
        options.SupportedUICultures = [.. Known];
    });

    /// <summary>Satellite assemblies lie beside the program, in folders named by culture.</summary>
    private static IEnumerable<CultureInfo> Built()
    {
        var satellite = typeof(Strings).Assembly.GetName().Name + ".resources.dll";
        return Directory.EnumerateDirectories(AppContext.BaseDirectory)
            .Where(folder => File.Exists(Path.Combine(folder, satellite)))
            .Select(folder => CultureInfo.GetCultureInfo(Path.GetFileName(folder)));
    }
}
