import { agesText, minutesText, subjectName } from "~/platform/i18n/vocabulary";
import { Cover } from "~/ui/cover";
import { Highlight } from "~/ui/highlight";
import { RegisterRow } from "~/ui/register";
import { Tag, Tags } from "~/ui/tag";
import type { PackRow as Row } from "../pages/packs.server";

/** A pack in a register: small cover, title and excerpt with the matched words marked, facts as tags. */
export function PackRow({ row }: { row: Row }) {
  return (
    <RegisterRow
      to={`/packs/${row.slug}`}
      lead={<Cover title={row.title} subject={row.subject} drawing={row.drawing} size="small" />}
      title={
        <span className="text-lg" lang={row.language}>
          <Highlight text={row.title} />
        </span>
      }
      detail={
        <p lang={row.language}>
          <Highlight text={row.excerpt} />
        </p>
      }
    >
      <Tags>
        <Tag>{agesText(row.ageFrom, row.ageTo)}</Tag>
        <Tag>{minutesText(row.minutes)}</Tag>
        <Tag>{subjectName(row.subject)}</Tag>
        {row.writtenIn ? <Tag>{row.writtenIn}</Tag> : null}
      </Tags>
    </RegisterRow>
  );
}
