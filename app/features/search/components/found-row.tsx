import type { Picture } from "~/platform/search-engine/searchable";
import { Cover } from "~/ui/cover";
import { Highlight } from "~/ui/highlight";
import { Initials } from "~/ui/initials";
import { RegisterRow } from "~/ui/register";
import { Tag, Tags } from "~/ui/tag";
import type { FoundRow as Row } from "../rows.server";

/** A result of any kind: its picture, title and excerpt with the matched words marked, facts as tags. */
export function FoundRow({ row }: { row: Row }) {
  const language = row.language ?? undefined;
  return (
    <RegisterRow
      to={row.path}
      lead={row.picture ? <Lead name={row.name} picture={row.picture} /> : null}
      title={
        <span lang={language} dir="auto">
          <Highlight text={row.title} />
        </span>
      }
      detail={
        row.excerpt ? (
          <p className="line-clamp-3" lang={language} dir="auto">
            <Highlight text={row.excerpt} />
          </p>
        ) : null
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

function Lead({ name, picture }: { name: string; picture: Picture }) {
  if ("initials" in picture) return <Initials name={name} />;
  const { subject, drawing } = picture.cover;
  return (
    <div className="w-16">
      <Cover title={name} subject={subject} drawing={drawing} size="small" />
    </div>
  );
}
