// Runs before the first paint, as a classic script: what this browser remembers about the frame's measures.
{
  const root = document.documentElement;
  root.dataset["script"] = "";
  try {
    const kept = JSON.parse(localStorage.getItem("tocsin.frame") ?? "{}") as Record<string, unknown>;
    if (kept["rail"] === "folded" || kept["rail"] === "open") root.dataset["rail"] = kept["rail"];
    for (const name of ["facets", "preview"]) {
      if (typeof kept[name] === "number") root.style.setProperty(`--${name}`, `${kept[name]}px`);
    }
  } catch {
    // Storage that is switched off or holds something else: the measures stay as designed.
  }
}
