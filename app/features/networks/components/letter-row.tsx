import { Form } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { RegisterRow } from "~/ui/register";
import { Tag, Tags, type Tone } from "~/ui/tag";
import type { LetterState } from "../letters.server";
import { DatedSentence } from "./dated-sentence";

type LetterRowProps = {
  letter: {
    id: string;
    email: string;
    invitedAt: Date;
    cameAt: Date | null;
    person: { id: string; name: string } | null;
    state: LetterState;
    may: { again: boolean; withdraw: boolean };
  };
  locale: string;
};

const states: Record<LetterState, { tone: Tone; word: () => string }> = {
  waiting: { tone: "plain", word: m.networks_letter_waiting },
  sent: { tone: "plain", word: m.networks_letter_sent },
  back: { tone: "amber", word: m.networks_letter_back },
  unsure: { tone: "amber", word: m.networks_letter_unsure },
  came: { tone: "board", word: m.networks_letter_is_member },
  withdrawn: { tone: "plain", word: m.networks_letter_withdrawn },
  expired: { tone: "plain", word: m.networks_invitation_expired },
};

/** An invited address: when, what became of it, and what can be done. */
export function LetterRow({ letter, locale }: LetterRowProps) {
  const { id, email, invitedAt, cameAt, person, state, may } = letter;
  return (
    <RegisterRow
      title={<span className="[overflow-wrap:anywhere]">{email}</span>}
      detail={
        <DatedSentence
          sentence={(date) => m.networks_letter_invited({ date })}
          value={invitedAt}
          locale={locale}
        />
      }
      end={
        may.again || may.withdraw ? (
          <Form method="post" className="actions flex-nowrap">
            <input type="hidden" name="invitationId" value={id} />
            {may.again ? (
              <Button
                small
                name="intent"
                value="again"
                aria-label={m.networks_letter_again_name({ address: email })}
              >
                {m.networks_letter_again()}
              </Button>
            ) : null}
            {may.withdraw ? (
              <Button
                small
                variant="quiet"
                name="intent"
                value="withdraw"
                aria-label={m.networks_letter_withdraw_name({ address: email })}
              >
                {m.networks_letter_withdraw()}
              </Button>
            ) : null}
          </Form>
        ) : null
      }
    >
      <Tags>
        <Tag tone={states[state].tone}>{states[state].word()}</Tag>
      </Tags>
      {cameAt && person ? (
        <p className="row-detail link">
          <AppLink to={`/people/${person.id}`}>{person.name}</AppLink>{" "}
          <DatedSentence
            sentence={(date) => m.networks_letter_came_on({ date })}
            value={cameAt}
            locale={locale}
          />
        </p>
      ) : null}
    </RegisterRow>
  );
}
