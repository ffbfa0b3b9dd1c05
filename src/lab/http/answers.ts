/** What a small web service would answer: lists of a few things, as JSON. */
const collections: Readonly<Record<string, readonly object[]>> = {
  "/api/users": [
    { id: 1, name: "Ada" },
    { id: 2, name: "Edsger" },
    { id: 3, name: "Grace" },
  ],
  "/api/posts": [
    { id: 1, userId: 1, title: "Notes on the engine" },
    { id: 2, userId: 2, title: "Five philosophers at dinner" },
  ],
  "/api/comments": [
    { id: 1, postId: 2, text: "Did all of them eat?" },
    { id: 2, postId: 2, text: "In the end." },
    { id: 3, postId: 1, text: "It weaves patterns." },
    { id: 4, postId: 1, text: "Of algebra." },
  ],
};

/** The paths that there is something to be had from, in the order in which the tasks of a run ask for them. */
export const paths: readonly string[] = Object.keys(collections);

/** The path for which a task asks unless its code says otherwise. */
export function pathOf(task: number): string {
  return paths[task % paths.length] ?? "/";
}

export interface Answer {
  readonly status: number;
  /** JSON. */
  readonly body: string;
}

export function answerTo(method: string, target: string): Answer {
  const [path = ""] = target.split("?", 1);
  const found = collections[path];
  if (found === undefined) return { status: 404, body: JSON.stringify({ error: `nothing at ${path}` }) };
  if (method !== "GET")
    return { status: 405, body: JSON.stringify({ error: `${method}: only GET is known` }) };
  return { status: 200, body: JSON.stringify(found) };
}
