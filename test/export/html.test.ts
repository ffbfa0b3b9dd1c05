import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeHtml, html } from "../../src/export/html.ts";

test("what is put into HTML is text, but for HTML", () => {
  const bold = html`<b>${"<i>"}</b>`;
  expect(bold.text).toBe("<b>&lt;i&gt;</b>");
  expect(html`<p title="${"\"'&"}">${[bold, " & ", 7, null]}</p>`.text).toBe(
    '<p title="&quot;&#39;&amp;"><b>&lt;i&gt;</b> &amp; 7</p>',
  );
});

test("how the source is indented is no part of it; what is put into it stays as it is", () => {
  const source = Object.assign(["<p>  \n    ", "\n  </p>"], { raw: [] });
  expect(html(source, "a\n    b").text).toBe("<p>\na\n    b\n</p>");
});

test("no text gets out of where it stands, whatever is in it", () => {
  const unit = fc.constantFrom(
    "<",
    ">",
    '"',
    "'",
    "&",
    "\u0000",
    "\u001b",
    "\u202e",
    "\ud800",
    "a",
    "</style>",
    "]]>",
  );
  fc.assert(
    fc.property(
      fc.array(unit).map((parts) => parts.join("")),
      (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(escaped).not.toMatch(/[\u0000-\u0008\u001b\u202e\ud800-\udfff]/);
      },
    ),
  );
});
