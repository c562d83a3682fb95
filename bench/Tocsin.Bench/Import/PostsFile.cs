using System.Text;

namespace Tocsin.Bench.Import;

/// <summary>
/// Writes a file of seeded, made-up posts in the <c>posts</c> shape, about 140 characters of text each: words by a heavy-tailed
/// vocabulary, one post in four with a link, one in three with a hashtag, one in five a repost of an earlier text.
/// </summary>
internal sealed class PostsFile(int seed)
{
    private const int Accounts = 50_000;
    private const int Vocabulary = 20_000;
    private const int Links = 40_000;
    private const int Remembered = 4096;
    private readonly Random _random = new(seed);
    private readonly string[] _recent = new string[Remembered];
    private string[] _words = [];

    public void Write(string path, int posts)
    {
        _words = [.. Enumerable.Range(0, Vocabulary).Select(_ => Word())];
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        for (var id = 0; id < posts; id++)
            file.Write(Post(id));
    }

    private string Post(int id)
    {
        var repost = id > Remembered && _random.Next(5) == 0;
        var text = repost ? _recent[_random.Next(Remembered)] : Text();
        _recent[id % Remembered] = text;
        var account = (int)(Accounts * Math.Pow(_random.NextDouble(), 3));
        var time = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(id * 2.5);
        return $"{{\"id\":\"p{id:D8}\",\"account\":\"a{account:D6}\",\"ts\":\"{time:yyyy-MM-dd'T'HH:mm:ss'Z'}\",\"text\":\"{text}\",\"is_repost\":{(repost ? 1 : 0)},\"hashtags\":[],\"urls\":[]}}\n";
    }

    private string Text()
    {
        var text = new StringBuilder(200);
        while (text.Length < 115)
            text.Append(_words[(int)(Vocabulary * Math.Pow(_random.NextDouble(), 4))]).Append(' ');
        if (_random.Next(3) == 0)
            text.Append('#').Append(_words[_random.Next(500)]).Append(' ');
        if (_random.Next(4) == 0)
            text.Append("https://news").Append(_random.Next(300)).Append(".example/story/").Append(_random.Next(Links));
        return text.ToString().TrimEnd();
    }

    private string Word()
    {
        var letters = new char[_random.Next(2, 10)];
        for (var i = 0; i < letters.Length; i++)
            letters[i] = (i % 2 == 0 ? "bcdfghklmnprstvw" : "aeiou")[_random.Next(i % 2 == 0 ? 16 : 5)];
        return new string(letters);
    }
}
