// An error in three parts, from whatever the server answered.
export type Told = { what: string; where?: string; hint?: string };

/** From problem+json (title, detail, where, hint, errors), or from a short plain text; pages of HTML say nothing. */
export function told(status: number, body: string, fallback: (status: number) => string): Told {
  const problem = parse(body);
  if (!problem) {
    const text = body.trim();
    return { what: text && text.length < 300 && !text.startsWith("<") ? text : fallback(status) };
  }
  const errors = Object.values(problem.errors ?? {}).flat();
  return {
    what: problem.title || fallback(status),
    ...(problem.where ? { where: problem.where } : {}),
    ...(problem.hint || problem.detail || errors.length ? { hint: problem.hint || problem.detail || errors.join(" ") } : {}),
  };
}

type Problem = { title?: string; detail?: string; where?: string; hint?: string; errors?: Record<string, string[]> };

function parse(body: string): Problem | undefined {
  if (!body.trimStart().startsWith("{")) return undefined;
  try {
    return JSON.parse(body) as Problem;
  } catch {
    return undefined;
  }
}
