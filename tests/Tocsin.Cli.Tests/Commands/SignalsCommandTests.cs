namespace Tocsin.Cli.Tests.Commands;

public class SignalsCommandTests
{
    [Fact]
    public void The_list_shows_active_signals_and_all_only_when_asked()
    {
        using var workspace = new SampleWorkspace();

        Assert.Contains("N-7F3K2", workspace.Run("signals").Out);
        Assert.DoesNotContain("N-OLD00", workspace.Run("signals", "list").Out);
        Assert.Contains("N-OLD00", workspace.Run("signals", "--all").Out);
    }

    [Fact]
    public void The_list_as_json_has_the_keys_scripts_rely_on()
    {
        using var workspace = new SampleWorkspace();

        var signal = Assert.Single(workspace.Run("signals", "--json").Json.EnumerateArray());

        Assert.Equal("N-7F3K2", signal.GetProperty("id").GetString());
        Assert.Equal("network", signal.GetProperty("kind").GetString());
        Assert.Equal("coordination", signal.GetProperty("detector").GetString());
        Assert.Equal(87.25, signal.GetProperty("score").GetDouble());
        Assert.Equal("very likely", signal.GetProperty("likelihood").GetString());
        Assert.Contains("links", signal.GetProperty("claim").GetString());
        Assert.Equal(["a00000", "a00001"], signal.GetProperty("accounts").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public void Show_explains_one_signal_whatever_the_case_of_its_id()
    {
        using var workspace = new SampleWorkspace();

        var outcome = workspace.Run("signals", "show", "n-7f3k2");

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("What would make it innocent", outcome.Out);
        Assert.Equal("N-7F3K2", workspace.Run("signals", "show", "N-7F3K2", "--json").Json.GetProperty("id").GetString());
    }

    [Fact]
    public void A_mistyped_id_gets_the_nearest_as_a_hint()
    {
        using var workspace = new SampleWorkspace();

        var outcome = workspace.Run("signals", "show", "N-7F3K1");

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("did you mean N-7F3K2?", outcome.Error);
    }

    [Fact]
    public void Export_writes_whole_signals_as_json_and_members_as_csv()
    {
        using var workspace = new SampleWorkspace();

        var whole = workspace.Run("signals", "export", "N-7F3K2").Json;
        Assert.Equal(64, whole[0].GetProperty("evidence")[0].GetProperty("sha256").GetString()!.Length);

        Assert.Equal(0, workspace.Run("signals", "export", "N-7F3K2", "--to", workspace["members.csv"]).Exit);
        Assert.Equal(
            ["signal,platform,account,handle,role,bits,stability", "N-7F3K2,x,a00000,user_a00000,member,50,1", "N-7F3K2,x,a00001,user_a00001,member,50,1"],
            File.ReadAllLines(workspace["members.csv"]));
    }

    [Fact]
    public void Advice_goes_to_standard_error_and_not_at_all_when_quiet()
    {
        using var workspace = new SampleWorkspace();
        var file = workspace["out.json"];

        Assert.Contains(file, workspace.Run("signals", "export", "--to", file).Error);
        Assert.Empty(workspace.Run("signals", "export", "--to", file, "--quiet").Error);
    }
}
