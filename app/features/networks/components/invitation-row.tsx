import { m } from "~/platform/i18n/messages";
import { shownName } from "~/platform/i18n/shown-name";
import { AppLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { RegisterRow } from "~/ui/register";
import { Tag, type Tone } from "~/ui/tag";
import type { InvitationState } from "../invitation";
import { DatedSentence } from "./dated-sentence";

type InvitationRowProps = {
  invitation: {
    id: string;
    note: string;
    uses: number;
    usesLimit: number | null;
    expiresAt: Date;
    createdAt: Date;
    madeBy: string | null;
    state: InvitationState;
    came: { personId: string; name: string; at: Date }[];
  };
  /** Whether it was made a moment ago. */
  isNew: boolean;
  locale: string;
  /** Of the page that lists it. */
  path: string;
};

const states: Record<InvitationState, { tone: Tone; word: () => string }> = {
  valid: { tone: "board", word: m.networks_invitation_valid },
  "used-up": { tone: "plain", word: m.networks_invitation_used_up },
  expired: { tone: "plain", word: m.networks_invitation_expired },
  revoked: { tone: "plain", word: m.networks_invitation_revoked },
};

/** A link: what for, who came by it, and, while it works, the way to revoke it. */
export function InvitationRow({ invitation, isNew, locale, path }: InvitationRowProps) {
  const { id, note, uses, usesLimit, expiresAt, createdAt, madeBy, state, came } = invitation;
  const title = note || m.networks_invitation_no_note();
  return (
    <RegisterRow
      title={
        <>
          {title} {isNew ? <Tag tone="marker">{m.networks_invitation_new()}</Tag> : null}
        </>
      }
      detail={
        <>
          <DatedSentence
            sentence={(date) => m.networks_invitation_made_by({ person: shownName(madeBy), date })}
            value={createdAt}
            locale={locale}
          />
          {" · "}
          <DatedSentence
            sentence={(date) => m.networks_invitation_until({ date })}
            value={expiresAt}
            locale={locale}
          />
        </>
      }
      end={
        <>
          <Tag tone={states[state].tone}>{states[state].word()}</Tag>
          {state === "revoked" || state === "expired" ? null : (
            <ButtonLink
              small
              variant="quiet"
              to={`${path}/${id}/revoke`}
              aria-label={m.networks_invitation_revoke_name({ note: title })}
            >
              {m.networks_invitation_revoke()}
            </ButtonLink>
          )}
        </>
      }
    >
      <WhoCame {...{ uses, usesLimit, came, locale }} />
    </RegisterRow>
  );
}

type WhoCameProps = Pick<InvitationRowProps["invitation"], "uses" | "usesLimit" | "came"> & {
  locale: string;
};

function WhoCame({ uses, usesLimit, came, locale }: WhoCameProps) {
  const sentence =
    usesLimit === null
      ? m.networks_invitation_came({ count: uses })
      : m.networks_invitation_came_of({ count: uses, limit: usesLimit });
  if (came.length === 0) return <p className="row-detail">{sentence}</p>;
  return (
    <details className="row-detail">
      <summary>{sentence}</summary>
      <ul className="link mt-2">
        {came.map(({ personId, name, at }) => (
          <li key={personId}>
            <AppLink to={`/people/${personId}`}>{name}</AppLink>, <DateText value={at} locale={locale} />
          </li>
        ))}
      </ul>
      {uses > came.length ? <p>{m.networks_invitation_came_more({ shown: came.length })}</p> : null}
    </details>
  );
}
