import { Cover } from "~/ui/cover";
import { Highlight } from "~/ui/highlight";
import { RegisterRow } from "~/ui/register";
import { Tag, Tags } from "~/ui/tag";
import type { FoundRow as Row } from "../rows.server";

/** A result of any kind: title and excerpt with the matched words marked, facts as tags; packs with their cover. */
export function FoundRow({ row }: { row: Row }) {
  const language = row.language ?? undefined;
  return (
    <RegisterRow
      to={row.path}
      lead={
        row.cover ? (
          <div className="w-16">
            <Cover title={row.name} subject={row.cover.subject} drawing={row.cover.drawing} size="small" />
          </div>
        ) : null
      }
      title={
        <span lang={language} dir="auto">
          <Highlight text={row.title} />
        </span>
      }
      detail={
        <p className="line-clamp-3" lang={language} dir="auto">
          <Highlight text={row.excerpt} />
        </p>
      }
    >
      {row.tags.length > 0 ? (
        <Tags>
          {row.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </Tags>
      ) : null}
    </RegisterRow>
  );
}
