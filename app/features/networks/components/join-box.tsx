import { Form, useNavigation } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { TextArea } from "~/ui/fields/text-field";
import type { JoinPolicy } from "~db/vocabulary/networks";
import { takesNewcomers } from "../permissions";
import type { NetworkHeadData } from "../seen-network.server";

type JoinBoxProps = {
  head: NetworkHeadData;
  joinPolicy: JoinPolicy;
  visitor: boolean;
  /** Whom to ask where nobody is admitted on request; "" where nobody coordinates. */
  askWhom: string;
  refusal: FormRefusal | undefined;
};

/** How the reader becomes a member, or what they are already: one thing to do, with its reason. */
export function JoinBox(props: JoinBoxProps) {
  const { may, slug } = props.head;
  const errors = <FormErrors errors={props.refusal?.errors} />;
  if (may.leave) {
    return (
      <p>
        {m.networks_member()} <AppLink to={`/networks/${slug}/leave`}>{m.networks_leave()}</AppLink>
      </p>
    );
  }
  return (
    <div className="grid max-w-form gap-4">
      {errors}
      <Way {...props} />
    </div>
  );
}

function Way({ head, joinPolicy, visitor, askWhom, refusal }: JoinBoxProps) {
  const { may } = head;
  if (may.withdraw)
    return <Intent intent="withdraw" label={m.networks_withdraw()} text={m.networks_waiting()} />;
  if (!takesNewcomers(head)) return <p>{m.networks_no_join()}</p>;
  if (joinPolicy === "closed") {
    return <p>{askWhom ? m.networks_closed_ask({ people: askWhom }) : m.networks_closed_nobody()}</p>;
  }
  if (visitor) return <SignInFirst slug={head.slug} joinPolicy={joinPolicy} />;
  if (may.join)
    return <Intent intent="join" label={m.networks_join()} text={m.networks_join_hint()} filled />;
  if (may.request) return <RequestForm refusal={refusal} />;
  return null;
}

function SignInFirst({ slug, joinPolicy }: { slug: string; joinPolicy: JoinPolicy }) {
  const next = `?next=${encodeURIComponent(`/networks/${slug}`)}`;
  return (
    <>
      <div className="actions">
        <ButtonLink variant="filled" to={`/sign-in${next}`}>
          {m.networks_sign_in_to_join()}
        </ButtonLink>
        <ButtonLink to={`/sign-up${next}`}>{m.networks_sign_up()}</ButtonLink>
      </div>
      <p className="small">
        {joinPolicy === "open" ? m.networks_sign_in_open() : m.networks_sign_in_request()}
      </p>
    </>
  );
}

type IntentProps = { intent: "join" | "withdraw"; label: string; text: string; filled?: boolean };

/** A button that does one thing, and a sentence that says what. */
function Intent({ intent, label, text, filled }: IntentProps) {
  const busy = useNavigation().formData?.get("intent") === intent;
  return (
    <Form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button variant={filled ? "filled" : "outlined"} name="intent" value={intent} busy={busy}>
        {label}
      </Button>
      <p className="small min-w-0 flex-1 basis-60">{text}</p>
    </Form>
  );
}

/** Opens without scripts; stays open when the message was not accepted. */
function RequestForm({ refusal }: { refusal: FormRefusal | undefined }) {
  const busy = useNavigation().formData?.get("intent") === "request";
  return (
    <details open={refusal !== undefined} className="group">
      <summary className="btn btn-filled group-open:hidden">{m.networks_ask()}</summary>
      <Form method="post" className="grid gap-4">
        <TextArea
          label={m.networks_ask_message()}
          hint={m.networks_ask_message_hint()}
          name="message"
          optional
          maxLength={2000}
          rows={4}
          defaultValue={refusal?.values.message}
          error={refusal?.errors.message}
        />
        <div>
          <Button variant="filled" name="intent" value="request" busy={busy}>
            {m.networks_ask_send()}
          </Button>
        </div>
      </Form>
    </details>
  );
}
