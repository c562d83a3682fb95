namespace Tocsin.Core.Simulation;

/// <summary>Something that goes on in a world: takes its people from it, and records what they do.</summary>
internal interface IBehaviour
{
    /// <summary>Unique within a world; its stream of chance and its record of truth go by this name.</summary>
    string Name { get; }

    void Enact(World world, Chance chance);
}
