using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tocsin.Casework;

/// <summary>Names tables, columns, keys and indexes as SQL is read: <c>signal_words</c>, <c>snoozed_until</c>.</summary>
internal static class SnakeCase
{
    private const string IdentityPrefix = "AspNet";

    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table && !entity.IsMappedToJson())
                entity.SetTableName(Of(table.StartsWith(IdentityPrefix, StringComparison.Ordinal) ? table[IdentityPrefix.Length..] : table));
        }
        foreach (var entity in model.GetEntityTypes())
        {
            if (entity.IsMappedToJson())
            {
                if (entity.GetContainerColumnName() is { } container) entity.SetContainerColumnName(Of(container));
                continue;
            }
            foreach (var property in entity.GetProperties()) property.SetColumnName(Of(property.GetColumnName()));
            foreach (var complex in entity.GetComplexProperties()) NameContainer(complex);
            foreach (var key in entity.GetKeys()) key.SetName(Of(key.GetName()!));
            foreach (var foreign in entity.GetForeignKeys()) foreign.SetConstraintName(Of(foreign.GetConstraintName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Of(index.GetDatabaseName()!));
        }
    }

    private static void NameContainer(IMutableComplexProperty complex)
    {
        if (complex.ComplexType.GetContainerColumnName() is { } container) complex.ComplexType.SetContainerColumnName(Of(container));
    }

    private static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }
}
