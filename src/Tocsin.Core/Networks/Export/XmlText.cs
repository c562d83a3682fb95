using System.Text;
using System.Xml;

namespace Tocsin.Core.Networks.Export;

/// <summary>Text from outside as XML can hold it.</summary>
internal static class XmlText
{
    public static XmlWriter WriterOf(Stream target) =>
        XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CloseOutput = false });

    public static string Of(object? value) => value switch
    {
        string text => Writable(text),
        double number => $"{number:G15}",
        _ => $"{value}",
    };

    /// <summary>Characters that XML does not allow, and halves of surrogate pairs, become U+FFFD.</summary>
    public static string Writable(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var paired = char.IsHighSurrogate(source[i]) ? i + 1 < source.Length && char.IsLowSurrogate(source[i + 1])
                    : char.IsLowSurrogate(source[i]) && i > 0 && char.IsHighSurrogate(source[i - 1]);
                target[i] = paired || XmlConvert.IsXmlChar(source[i]) ? source[i] : '\uFFFD';
            }
        });
}
