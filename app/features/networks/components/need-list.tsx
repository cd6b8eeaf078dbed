import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Register, RegisterRow } from "~/ui/register";
import { Tag, type Tone } from "~/ui/tag";
import type { ShownNeed } from "../cockpit/needs.server";
import type { Pressure } from "../cockpit/urgency";

const tones: Record<Pressure, Tone> = { late: "red", soon: "amber", waiting: "plain", quiet: "plain" };

type NeedListProps = {
  needs: ShownNeed[];
  /** They were let be: each can only be taken up again. */
  leftBe?: boolean;
};

/** What needs a person, in order, each with the one thing that resolves it. */
export function NeedList({ needs, leftBe = false }: NeedListProps) {
  return (
    <Register ordered>
      {needs.map((need) => (
        <RegisterRow
          key={`${need.kind} ${need.subjectId}`}
          lead={<Tag tone={tones[need.pressure]}>{need.tag}</Tag>}
          title={<span className="wrap-anywhere">{need.title}</span>}
          detail={need.detail}
          end={leftBe ? <OneNeed need={need} intent="take-up" /> : <Actions need={need} />}
        >
          {need.quote ? (
            <blockquote className="row-detail mt-1 whitespace-pre-line wrap-anywhere">
              {m.networks_quote({ text: need.quote })}
            </blockquote>
          ) : null}
        </RegisterRow>
      ))}
    </Register>
  );
}

function Actions({ need }: { need: ShownNeed }) {
  const { action, otherwise, letBe } = need;
  return (
    <div className="actions">
      {"to" in action ? (
        <ButtonLink small to={action.to} aria-label={action.name}>
          {action.label}
        </ButtonLink>
      ) : (
        <Posting fields={action.fields}>
          <Button small aria-label={action.name}>
            {action.label}
          </Button>
        </Posting>
      )}
      {otherwise ? (
        <ButtonLink small variant="quiet" to={otherwise.to} aria-label={otherwise.name}>
          {otherwise.label}
        </ButtonLink>
      ) : null}
      {letBe ? <OneNeed need={need} intent="let-be" /> : null}
    </div>
  );
}

function OneNeed({ need, intent }: { need: ShownNeed; intent: "let-be" | "take-up" }) {
  const { kind, subjectId, letBe, title } = need;
  const isLetting = intent === "let-be";
  return (
    <Posting fields={{ intent, kind, subjectId }}>
      <Button
        small
        variant={isLetting ? "quiet" : "outlined"}
        aria-label={isLetting ? (letBe ?? undefined) : m.networks_take_up_name({ name: title })}
      >
        {isLetting ? m.networks_let_be() : m.networks_take_up()}
      </Button>
    </Posting>
  );
}

/** A form of hidden fields around one button. */
export function Posting({ fields, children }: { fields: Record<string, string>; children: ReactNode }) {
  return (
    <Form method="post" preventScrollReset>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
