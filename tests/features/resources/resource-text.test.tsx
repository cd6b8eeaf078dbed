import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ResourceText } from "~/features/resources/components/resource-text";
import { learningResource } from "~/features/resources/pages/learning-resource";
import { readText } from "~/features/resources/text/blocks";

const rendered = (text: string) => renderToStaticMarkup(<ResourceText blocks={readText(text)} />);

/** The only elements a text may become, with the only attributes these have. */
const harmless =
  /^(?:[^<]|<\/?(?:div|p|h2|h3|h4|ul|ol|li|blockquote|pre|code|strong|em)(?: (?:class|dir)="[^"<>]*")*>|<a href="https?:\/\/[^"<>\s]*" rel="noopener noreferrer external">|<\/a>)*$/;

/** Hostile markup that sanitisers are tried with; not part of this repository. */
const payloads = path.resolve("../shared/data/sanitiser/html-payloads.json");

describe("the text of a resource on its page", () => {
  it("shows headings, paragraphs, lists, code and links", () => {
    const html = rendered(
      "## Do\n\nA **bold** `word` and [a link](https://example.org/x).\n\n- one\n- two\n\n```\na < b\n```",
    );
    expect(html).toMatch(harmless);
    expect(html).toContain("<h2>Do</h2>");
    expect(html).toContain('<strong>bold</strong> <code dir="ltr">word</code>');
    expect(html).toContain('<a href="https://example.org/x"');
    expect(html).toContain("<li>one</li><li>two</li>");
    expect(html).toContain("<code>a &lt; b</code>");
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    '<https://example.org/"onmouseover=alert(1)>',
    "https://example.org/<script>",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
  ])("takes %s for text", (text) => {
    expect(rendered(text)).toMatch(harmless);
  });

  it("takes every known trick for text", () => {
    if (!existsSync(payloads)) {
      console.log(`the hostile payloads were left out: ${path.basename(payloads)} is not there`);
      return;
    }
    const tricks = JSON.stringify(JSON.parse(readFileSync(payloads, "utf8")));
    const texts: string[] = [];
    JSON.parse(tricks, (_, value) => (typeof value === "string" ? texts.push(value) : value));
    expect(texts.length).toBeGreaterThan(200);
    for (const text of texts) expect(rendered(text)).toMatch(harmless);
  });
});

describe("a resource for machines", () => {
  it("names the terms by their address and leaves out what is not known", () => {
    const thing = learningResource({
      address: "https://staffroom.example/resources/x",
      resource: {
        slug: "x",
        title: "X </script>",
        summary: "",
        language: "ar",
        kind: "",
        subjects: ["physics"],
        topics: [],
        materials: [],
        licence: "CC BY 4.0",
        author: "",
        collection: "",
        minutes: null,
        ageFrom: null,
        ageTo: null,
        original: null,
      },
    });
    expect(thing).toMatchObject({
      "@type": "LearningResource",
      license: "https://creativecommons.org/licenses/by/4.0/",
      inLanguage: "ar",
      about: [{ name: "Physics" }],
    });
    for (const absent of ["author", "isPartOf", "timeRequired", "typicalAgeRange", "learningResourceType"]) {
      expect(thing).not.toHaveProperty(absent);
    }
  });
});
