import { describe, expect, it } from "vitest";
import { answerTo, pathOf, paths } from "../../../src/lab/http/answers.ts";

describe("an answer", () => {
  it.each(paths)("to %s is a list of things, as JSON", (path) => {
    const { status, body } = answerTo("GET", path);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual(expect.arrayContaining([expect.objectContaining({ id: 1 })]));
  });

  it("is as many bytes as characters", () => {
    for (const path of paths) expect(answerTo("GET", path).body).toMatch(/^[ -~]*$/);
  });

  it("does not mind what is asked of a path", () => {
    expect(answerTo("GET", "/api/users?page=2")).toEqual(answerTo("GET", "/api/users"));
  });

  it("says when there is nothing, and when nothing but GET is known", () => {
    expect(answerTo("GET", "/api/nobody")).toEqual({
      status: 404,
      body: '{"error":"nothing at /api/nobody"}',
    });
    expect(answerTo("POST", "/api/users").status).toBe(405);
  });
});

describe("the paths of tasks", () => {
  it("are the known ones in turn", () => {
    expect(paths.length).toBeGreaterThan(2);
    const asked = Array.from({ length: paths.length * 2 }, (_, task) => pathOf(task));
    expect(asked).toEqual([...paths, ...paths]);
  });
});
