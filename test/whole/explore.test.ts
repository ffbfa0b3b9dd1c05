import { test } from "vitest";
import { tours } from "../support/tour.ts";
import { waitForScreen } from "../support/walker.ts";
test("explore", async () => {
  const t = await tours.read({ size: { columns: 100, rows: 30 } });
  const from = t.output().length;
  t.resize({ columns: 80, rows: 24 });
  await waitForScreen(t, () => true, "x").catch((e: Error) => console.log(e.message));
  console.log(t.picture());
  console.log(JSON.stringify(t.output().slice(from)).replaceAll("\\u001b", "\n^"));
}, 100000);
