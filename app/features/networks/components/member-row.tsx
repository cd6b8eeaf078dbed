import { m } from "~/platform/i18n/messages";
import { Portrait } from "~/ui/portrait";
import { RegisterRow } from "~/ui/register";
import { Tag, Tags } from "~/ui/tag";
import type { CoordinatorDuty } from "~db/vocabulary/networks";
import { dutyWord } from "../words";
import { DatedSentence } from "./dated-sentence";

type MemberRowProps = {
  member: {
    id: string;
    name: string;
    photo: string | null;
    where: string;
    joinedAt: Date;
    duty: CoordinatorDuty | null;
    teaches: string;
    offers: string;
    km: number | null;
  };
  locale: string;
};

/** One member: who, where, what they teach and offer; how far where that was asked, otherwise since when. */
export function MemberRow({ member, locale }: MemberRowProps) {
  const { id, name, photo, where, joinedAt, duty, teaches, offers, km } = member;
  return (
    <RegisterRow
      to={`/people/${id}`}
      lead={<Portrait name={name} photo={photo} />}
      title={<span className="wrap-anywhere">{name}</span>}
      detail={where || m.networks_no_school()}
      end={
        km === null ? (
          <DatedSentence
            sentence={(date) => m.networks_since({ date })}
            value={joinedAt}
            locale={locale}
            style="month"
          />
        ) : (
          m.networks_distance({ km })
        )
      }
    >
      {teaches ? <p className="row-detail">{m.networks_directory_teaches({ list: teaches })}</p> : null}
      {offers ? (
        <p className="row-detail wrap-anywhere" dir="auto">
          {m.networks_directory_offers({ text: offers })}
        </p>
      ) : null}
      {duty ? (
        <Tags>
          <Tag tone="board">{dutyWord(duty)}</Tag>
        </Tags>
      ) : null}
    </RegisterRow>
  );
}
