using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;

namespace Tocsin.Console.Security.Cookies;

/// <summary>
/// The keys that protect cookies, in the workspace, so that sessions outlive a restart; readable by their owner only.
/// Who can read them can sign in as anybody.
/// </summary>
internal sealed class KeyFolder(string workspace, ILoggerFactory logs) : FileSystemXmlRepository(Make(workspace), logs)
{
    public const string Name = "keys";

    public override void StoreElement(XElement element, string friendlyName)
    {
        base.StoreElement(element, friendlyName);
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in Directory.GetFiles()) File.SetUnixFileMode(file.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static DirectoryInfo Make(string workspace)
    {
        var folder = Path.Combine(workspace, Name);
        return OperatingSystem.IsWindows()
            ? System.IO.Directory.CreateDirectory(folder)
            : System.IO.Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
