using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Lake.Coactions;

/// <summary>A file of shares, read and sorted.</summary>
/// <param name="Sorted">By (object, time, content, account).</param>
/// <param name="Accounts">The names, in order of code points; a share's account is the place in it.</param>
/// <param name="DropDuplicates">Whether rows equal in everything are to count once, as the shape of the file asks.</param>
/// <param name="Read">Rows in the file.</param>
/// <param name="WithoutObject">Rows left out for having no object of the kind asked for.</param>
/// <param name="Rejected">Rows left out for lacking account, content, or a time that can be read.</param>
public sealed record ShareTable(
    Share[] Sorted, AccountNames Accounts, bool DropDuplicates, long Read, long WithoutObject, long Rejected);
