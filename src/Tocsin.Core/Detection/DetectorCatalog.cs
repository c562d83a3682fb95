using Tocsin.Core.Detection.Coordination;

namespace Tocsin.Core.Detection;

/// <summary>Every detector there is, in the order in which they run. What is not in this list does not ship.</summary>
public static class DetectorCatalog
{
    public static IReadOnlyList<DetectorDescription> All { get; } = [CoordinationDescription.Of(new CoordinationOptions())];

    /// <summary>The detector of this name; null when there is none.</summary>
    public static DetectorDescription? Find(string name) => All.FirstOrDefault(detector => detector.Name == name);
}
