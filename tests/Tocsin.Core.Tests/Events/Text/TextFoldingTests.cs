using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Events.Text;

namespace Tocsin.Core.Tests.Events.Text;

public class TextFoldingTests
{
    [Theory]
    [InlineData("Free MONEY now", "free money now")]
    [InlineData("  two\t spaces\r\n here ", "two spaces here")]
    [InlineData("ＦＵＬＬ　ｗｉｄｔｈ", "full width")] // compatibility forms
    [InlineData("𝓯𝓻𝓮𝓮 𝕞𝕠𝕟𝕖𝕪", "free money")]
    [InlineData("🅵🆁🅴🅴 Ⓜⓞⓝⓔⓨ", "free money")]
    [InlineData("fr\u200bee\u2060 mo\u00adney\u202e", "free money")] // invisible
    [InlineData("p\u0430yp\u0430l l\u043egin", "paypal login")] // Cyrillic а, о
    [InlineData("\u0420\u0430\u0443\u0420\u0430\u04cf login", "paypal login")] // all Cyrillic
    [InlineData("ꜰʀᴇᴇ ᴍᴏɴᴇʏ", "free money")] // small capitals
    [InlineData("ΤRUМP", "trump")] // Greek Τ, Cyrillic М
    [InlineData("h\u0336e\u0336l\u0336l\u0336o\u0336", "hello")] // struck through
    [InlineData("z\u0300\u0301\u0302\u0303\u0304a\u0300\u0301\u0302\u0303lgo", "z\u0300\u0301à\u0301\u0302lgo")] // towers of marks
    [InlineData("مـــرحبا", "مرحبا")] // Arabic stretching
    public void Undoes_disguised_characters(string text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Theory]
    [InlineData("v i a g r a", "viagra")]
    [InlineData("v.i.a.g.r.a now", "viagra now")]
    [InlineData("f-r-e-e m_o_n_e_y", "free money")]
    [InlineData("f r e e  m o n e y", "free money")] // the wider gap parts words
    [InlineData("f * r * e * e", "free")]
    [InlineData("V 1 A G R A", "viagra")]
    [InlineData("к у п и сейчас", "купи сейчас")]
    [InlineData("s🔥p🔥a🔥m", "spam")]
    public void Joins_spaced_out_words(string text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Theory]
    [InlineData("Freeeeee moneyyyy", "free money")]
    [InlineData("goooood", "good")]
    [InlineData("coool", "cool")]
    [InlineData("noooooo", "no")]
    [InlineData("приветттт", "привет")]
    public void Shortens_stretched_letters(string text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Theory]
    [InlineData("fr33 m0n3y", "free money")]
    [InlineData("$cam al3rt", "scam alert")]
    [InlineData("v!agra v1@gra", "viagra viagra")]
    [InlineData("h3ll0!!!", "hello!!!")]
    [InlineData("he11o", "hello")]
    [InlineData("sc4mm1ng", "scamming")] // by its letters, not by the list
    [InlineData("vìdéos grátis", "videos gratis")]
    [InlineData("pu$$y", "pussy")]
    public void Reads_figures_as_letters_where_that_makes_a_word(string text, string folded) =>
        Assert.Equal(folded, TextFolding.Fold(text));

    [Theory]
    [InlineData("in 2016, 1000000 of 31% at 5:30pm; 4x4, 1st, 90s, 3d, 100k, 10w40")]
    [InlineData("covid19 h1n1 mp3 b2b log4j web3 i18n 4chan f16 co2 u2 r2d2 2nd")]
    [InlineData("the u.s.a. and the e.u., world war iii, louis xviii, www.example.com")]
    [InlineData("a b c of it; i am a man")]
    [InlineData("@user hello @a00552 via @u9cfffd2b, #freeenterprise #www16")]
    [InlineData("привет, мир! это обычный русский текст, кот и рот")]
    [InlineData("καλημέρα κόσμε, τι κάνετε σήμερα")]
    [InlineData("אני קורא ספר")]
    [InlineData("مرحبا بالعالم")]
    [InlineData("नमस्ते दुनिया")]
    [InlineData("สวัสดีชาวโลก")]
    [InlineData("你好世界 哈哈哈")]
    [InlineData("안녕하세요 세계")]
    [InlineData("được những người việt nam")]
    [InlineData("größe straße naïve façade déjà señor ağaç kısa")]
    [InlineData("5 kg, 3:2, a+b=c, x² is not here")]
    public void Leaves_ordinary_text_alone(string text) =>
        Assert.Equal(text.Replace("x²", "x2").Normalize(System.Text.NormalizationForm.FormKC), TextFolding.Fold(text));

    [Fact]
    public void A_Latin_letter_in_a_Russian_word_becomes_Russian() => Assert.Equal("привет", TextFolding.Fold("пpивeт"));

    [Fact]
    public void Folding_twice_is_folding_once() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(Texts.Hostile, text => TextFolding.Fold(TextFolding.Fold(text)) == TextFolding.Fold(text)));

    [Fact]
    public void Any_UTF_16_folds_within_its_bound() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(Texts.Hostile, text => TextFolding.Fold(text).Length <= 18 * text.Length));

    [Fact]
    public void Case_and_invisible_characters_never_matter() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Texts.Hostile, text => TextFolding.Fold(string.Join('\u200b', text.ToCharArray().Where(c => c < 128)))
            == TextFolding.Fold(string.Concat(text.Where(c => c < 128)).ToUpperInvariant())));

    [Fact]
    public void Lone_surrogates_and_noncharacters_vanish() => Assert.Equal("ab", TextFolding.Fold("a\ud800\ufffe\udc00b\udbff"));
}
