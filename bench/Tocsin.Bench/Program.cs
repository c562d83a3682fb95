using BenchmarkDotNet.Running;
using Tocsin.Bench;
using Tocsin.Bench.Coactions;
using Tocsin.Bench.Import;
using Tocsin.Bench.Large;
using Tocsin.Bench.Queue;
using Tocsin.Bench.Screens;
using Tocsin.Bench.Search;

// End-to-end runs by name; without one, BenchmarkDotNet over the kernels (its own options apply, such as --filter '*Window*').
Runner[] runners =
[
    new("coactions", "[100k|1m|10m]", "bare sort in DuckDB against reading, co-actions and edges", CoactionsRun.Compare),
    new("coactions-part", "PART FILE", "one part of it, in a process of its own", CoactionsRun.Measure),
    new("import", "[POSTS]", "posts into a new lake: reading, parsing, extraction, writing; near-duplicate text over them", ImportRun.Measure),
    new("queue", "FOLDER [PG]", "10,000 signals with heavy documents, if there are none yet, and what the queue asks of them", QueueRun.Measure),
    new("large", "FOLDER [EVENTS]", "writes a large workspace that looks like life, to try things on", LargeRun.Write),
    new("screens", "[FOLDER] [EVENTS] [SIGNALS]", "the console's answers with 5 M events and 10,000 signals; keeps the folder for another run", ScreensRun.Measure),
    new("search", "[EVENTS] [FOLDER]", "the search index over a large workspace; hunts, account pages and timelines", SearchRun.Measure),
];

if (args is ["--list"])
{
    foreach (var runner in runners) Console.WriteLine($"{runner.Name} {runner.Arguments,-16} {runner.Does}");
    return 0;
}
if (runners.FirstOrDefault(runner => args.Length > 0 && runner.Name == args[0]) is { } chosen) return chosen.Run(args[1..]);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
