using System.Collections.Frozen;

namespace Tocsin.Core.Events.Extraction;

/// <summary>How a country writes telephone numbers at home.</summary>
/// <param name="Code">The country calling code, without +.</param>
/// <param name="Trunk">What stands before a number dialled within the country and falls away from abroad; may be empty.</param>
/// <param name="Shortest">Fewest figures of a national number, trunk prefix not counted.</param>
/// <param name="Longest">Most figures of it.</param>
internal readonly record struct NumberingPlan(string Code, string Trunk, int Shortest, int Longest);

/// <summary>Country calling codes in use (ITU-T E.164, list of 2023) and the plans of the larger countries.</summary>
internal static class CallingCodes
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Assigned = (
        "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 "
        + "95 98 211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 237 238 239 240 241 242 243 244 "
        + "245 246 247 248 249 250 251 252 253 254 255 256 257 258 260 261 262 263 264 265 266 267 268 269 290 291 297 298 299 350 351 "
        + "352 353 354 355 356 357 358 359 370 371 372 373 374 375 376 377 378 380 381 382 383 385 386 387 389 420 421 423 500 501 502 "
        + "503 504 505 506 507 508 509 590 591 592 593 594 595 596 597 598 599 670 672 673 674 675 676 677 678 679 680 681 682 683 685 "
        + "686 687 688 689 690 691 692 800 808 850 852 853 855 856 870 878 880 881 882 883 886 888 960 961 962 963 964 965 966 967 968 "
        + "970 971 972 973 974 975 976 977 979 992 993 994 995 996 998").Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, NumberingPlan> Plans = new Dictionary<string, NumberingPlan>
    {
        ["US"] = new("1", "1", 10, 10),
        ["CA"] = new("1", "1", 10, 10),
        ["GB"] = new("44", "0", 9, 10),
        ["IE"] = new("353", "0", 8, 9),
        ["DE"] = new("49", "0", 8, 11),
        ["AT"] = new("43", "0", 8, 12),
        ["CH"] = new("41", "0", 9, 9),
        ["FR"] = new("33", "0", 9, 9),
        ["BE"] = new("32", "0", 8, 9),
        ["NL"] = new("31", "0", 9, 9),
        ["SE"] = new("46", "0", 8, 9),
        ["FI"] = new("358", "0", 8, 10),
        ["PL"] = new("48", "", 9, 9),
        ["ES"] = new("34", "", 9, 9),
        ["PT"] = new("351", "", 9, 9),
        ["IT"] = new("39", "", 9, 11),
        ["RU"] = new("7", "8", 10, 10),
        ["UA"] = new("380", "0", 9, 9),
        ["RO"] = new("40", "0", 9, 9),
        ["TR"] = new("90", "0", 10, 10),
        ["IL"] = new("972", "0", 8, 9),
        ["SA"] = new("966", "0", 8, 9),
        ["AE"] = new("971", "0", 8, 9),
        ["EG"] = new("20", "0", 9, 10),
        ["NG"] = new("234", "0", 8, 10),
        ["KE"] = new("254", "0", 9, 9),
        ["ZA"] = new("27", "0", 9, 9),
        ["IN"] = new("91", "0", 10, 10),
        ["PK"] = new("92", "0", 9, 10),
        ["BD"] = new("880", "0", 8, 10),
        ["CN"] = new("86", "0", 10, 11),
        ["JP"] = new("81", "0", 9, 10),
        ["KR"] = new("82", "0", 8, 10),
        ["ID"] = new("62", "0", 9, 12),
        ["MY"] = new("60", "0", 8, 10),
        ["PH"] = new("63", "0", 8, 10),
        ["TH"] = new("66", "0", 8, 9),
        ["VN"] = new("84", "0", 9, 10),
        ["AU"] = new("61", "0", 9, 9),
        ["NZ"] = new("64", "0", 8, 10),
        ["BR"] = new("55", "0", 10, 11),
        ["AR"] = new("54", "0", 10, 11),
        ["CL"] = new("56", "", 9, 9),
        ["CO"] = new("57", "", 10, 10),
        ["MX"] = new("52", "", 10, 10),
    }.ToFrozenDictionary();

    public static bool IsAssigned(ReadOnlySpan<char> code) => Assigned.Contains(code);

    /// <summary>The plan of the region in a BCP 47 language tag such as pt-BR; null when there is none.</summary>
    public static NumberingPlan? ForLanguageTag(string? tag)
    {
        var dash = tag?.LastIndexOf('-') ?? -1;
        return dash > 0 && Plans.TryGetValue(tag![(dash + 1)..].ToUpperInvariant(), out var plan) ? plan : null;
    }
}
