import { testHostile } from "./hostile-corpus.ts";

testHostile("code that pretends to ask", ({ name, exercise }) => {
  return name.startsWith("fake-") && (exercise === "all-together" || exercise === "at-most-some");
});
