import { currentLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import { agesText, minutesText } from "~/platform/i18n/vocabulary";
import { DateText } from "~/ui/date-text";
import { CheckIcon } from "~/ui/icons";
import { Tag, Tags } from "~/ui/tag";

export type PackTagsProps = {
  pack: {
    ageFrom: number;
    ageTo: number;
    minutes: number;
    groupSize: number;
    licence: string;
    reviewedAt: Date | null;
    publishedAt: Date | null;
    activities: unknown[];
  };
  /** The language, where it is not the reader's. */
  writtenIn: string | null;
};

/** The facts of a pack in a line under its summary. */
export function PackTags({ pack, writtenIn }: PackTagsProps) {
  return (
    <div className="mt-3">
      <Tags>
        <Tag>{agesText(pack.ageFrom, pack.ageTo)}</Tag>
        <Tag>
          {m.packs_in_activities({ length: minutesText(pack.minutes), count: pack.activities.length })}
        </Tag>
        <Tag>{m.packs_groups_of({ count: pack.groupSize })}</Tag>
        {pack.publishedAt && pack.reviewedAt ? (
          <Tag tone="board">
            <span className="inline-block align-[-0.15em]">
              <CheckIcon />
            </span>{" "}
            {m.packs_reviewed()} <DateText value={pack.reviewedAt} locale={currentLocale()} style="month" />
          </Tag>
        ) : null}
        <Tag>{pack.licence}</Tag>
        {writtenIn ? <Tag>{m.packs_written_in({ language: writtenIn })}</Tag> : null}
      </Tags>
    </div>
  );
}
