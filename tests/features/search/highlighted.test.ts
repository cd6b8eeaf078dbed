import fc from "fast-check";
import { expect, it } from "vitest";
import { toHtml } from "~/features/search/api/highlighted";
import { MARK_END, MARK_START } from "~/platform/search-engine/search-engine";

it("marks matched words and escapes everything else", () => {
  expect(toHtml(`Catch the ${MARK_START}wind${MARK_END} & <b>go</b>`)).toBe(
    "Catch the <mark>wind</mark> &amp; &lt;b&gt;go&lt;/b&gt;",
  );
  expect(toHtml(`${MARK_START}<img src="x" onerror='y'>${MARK_END}`)).toBe(
    "<mark>&lt;img src=&quot;x&quot; onerror=&#39;y&#39;&gt;</mark>",
  );
});

const unescaped = (html: string) =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

it("holds no tag but <mark>, balanced, whatever the text and however the marks stand", () => {
  const pieces = fc.array(
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(MARK_START, MARK_END, "<", "&lt;")),
  );
  fc.assert(
    fc.property(pieces, (given) => {
      const text = given.join("");
      const html = toHtml(text);
      const bare = html.replace(/<mark>([^<]*)<\/mark>/g, "$1");
      expect(bare).not.toMatch(/[<>"']/);
      expect(unescaped(bare)).toBe(text.replaceAll(MARK_START, "").replaceAll(MARK_END, ""));
    }),
  );
});
