namespace Tocsin.Lake.Coactions;

/// <summary>A file of shares, and how to read it.</summary>
/// <param name="Path">CSV, TSV, JSON Lines or Parquet, by its ending; text also compressed as .gz or .zst.</param>
/// <param name="Kind">In a file with several kinds of object per row (<c>url_id</c>, <c>domain_id</c>, …), which; else null.</param>
/// <param name="Object">Column of the object, if not found by its name.</param>
/// <param name="Account">Column of the account, likewise.</param>
/// <param name="Content">Column of the post or message, likewise.</param>
/// <param name="Time">Column of the time, likewise: seconds since 1970, or a date and time.</param>
public sealed record ShareSource(
    string Path, string? Kind = null, string? Object = null, string? Account = null, string? Content = null, string? Time = null);
