namespace Tocsin.Console.Security.Access;

/// <summary>What a person may do; each role includes the ones before it.</summary>
public enum PersonRole
{
    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Decides on signals, hunts, imports, scans.</summary>
    Analyst,

    /// <summary>Decides about detectors and about other people's work.</summary>
    Lead,

    /// <summary>Decides who is here, and sees what everybody did.</summary>
    Admin,
}
