import { OutsideLink } from "~/ui/app-link";
import type { Block } from "../text/blocks";
import type { Span } from "../text/inline";

/** A resource's text as elements; nothing of it is ever taken for HTML. */
export function ResourceText({ blocks }: { blocks: Block[] }) {
  return (
    <div className="prose">
      {blocks.map((block, index) => (
        <BlockPart key={index} block={block} />
      ))}
    </div>
  );
}

function BlockPart({ block }: { block: Block }) {
  if (block.kind === "code") {
    return (
      // Code reads from left to right in every language.
      <pre className="overflow-x-auto bg-sheet p-3 text-sm" dir="ltr">
        <code>{block.text}</code>
      </pre>
    );
  }
  if (block.kind === "list") {
    const List = block.ordered ? "ol" : "ul";
    return (
      <List>
        {block.items.map((spans, index) => (
          <li key={index}>
            <Spans spans={spans} />
          </li>
        ))}
      </List>
    );
  }
  const spans = <Spans spans={block.spans} />;
  if (block.kind === "quote") return <blockquote>{spans}</blockquote>;
  if (block.kind === "paragraph") return <p>{spans}</p>;
  if (block.level === 2) return <h2>{spans}</h2>;
  return block.level === 3 ? <h3>{spans}</h3> : <h4 className="font-bold">{spans}</h4>;
}

function Spans({ spans }: { spans: Span[] }) {
  return (
    <>
      {spans.map((span, index) => (
        <SpanPart key={index} span={span} />
      ))}
    </>
  );
}

function SpanPart({ span }: { span: Span }) {
  if ("href" in span) return <OutsideLink href={span.href}>{span.text}</OutsideLink>;
  if (span.kind === "strong") return <strong>{span.text}</strong>;
  if (span.kind === "em") return <em>{span.text}</em>;
  if (span.kind === "code") return <code dir="ltr">{span.text}</code>;
  return span.text;
}
