namespace Tocsin.Console.Api.Document;

/// <summary>A body that is not JSON but read as it comes.</summary>
/// <param name="ContentType">As the sender names it.</param>
/// <param name="Example">For the document.</param>
internal sealed record TextBody(string ContentType, string Example);

/// <summary>That the answer can be had as CSV too.</summary>
internal sealed record AlsoCsv;
