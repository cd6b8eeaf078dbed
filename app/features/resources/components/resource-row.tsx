import { minutesText, subjectName } from "~/platform/i18n/vocabulary";
import { Highlight } from "~/ui/highlight";
import { RegisterRow } from "~/ui/register";
import { Tag, Tags } from "~/ui/tag";
import { directionOf } from "../language";
import type { ResourceRow as Row } from "../pages/resources.server";

/** A resource in a register: title and excerpt with the matched words marked, facts as tags, where it comes from. */
export function ResourceRow({ row }: { row: Row }) {
  const written = { lang: row.language, dir: directionOf(row.language) };
  return (
    <RegisterRow
      to={`/resources/${row.slug}`}
      title={
        <span className="block max-w-text text-lg" {...written}>
          <Highlight text={row.title} />
        </span>
      }
      detail={
        <p {...written}>
          <Highlight text={row.excerpt} />
        </p>
      }
      end={row.collection || null}
    >
      <Tags>
        {row.kind ? <Tag>{row.kind}</Tag> : null}
        {row.minutes ? <Tag>{minutesText(row.minutes)}</Tag> : null}
        {row.subject ? <Tag>{subjectName(row.subject)}</Tag> : null}
        {row.writtenIn ? <Tag>{row.writtenIn}</Tag> : null}
        <Tag>{row.licence}</Tag>
      </Tags>
    </RegisterRow>
  );
}
