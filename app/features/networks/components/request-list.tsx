import { Form } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import { Tag } from "~/ui/tag";
import type { JoinPolicy } from "~db/vocabulary/networks";

type RequestRow = {
  id: string;
  name: string;
  message: string;
  /** School, town and distance; "" where no school is known. */
  where: string;
  days: number;
};

type RequestListProps = { slug: string; joinPolicy: JoinPolicy; requests: RequestRow[]; total: number };

/** Who asks to join, longest waiting first, each to be admitted or declined. */
export function RequestList({ slug, joinPolicy, requests, total }: RequestListProps) {
  if (total === 0) {
    const text = joinPolicy === "open" ? m.networks_requests_none_open() : m.networks_requests_none_text();
    return <Empty title={m.networks_requests_none()} text={text} />;
  }
  return (
    <Section title={m.networks_requests({ count: total })} note={m.networks_requests_order()}>
      <Register>
        {requests.map((request) => (
          <RequestRowView key={request.id} slug={slug} request={request} />
        ))}
      </Register>
      {total > requests.length ? (
        <p className="small mt-4">{m.networks_requests_more({ shown: requests.length })}</p>
      ) : null}
    </Section>
  );
}

function RequestRowView({ slug, request }: { slug: string; request: RequestRow }) {
  const { id, name, message, where, days } = request;
  return (
    <RegisterRow
      lead={
        <Tag tone={days === 0 ? "plain" : "amber"}>
          {days === 0 ? m.networks_waits_today() : m.networks_waits({ count: days })}
        </Tag>
      }
      title={name}
      detail={where || m.networks_no_school()}
      end={
        <Form method="post" className="actions flex-nowrap">
          <input type="hidden" name="requestId" value={id} />
          <Button small aria-label={m.networks_admit_name({ person: name })}>
            {m.networks_admit()}
          </Button>
          <ButtonLink
            small
            variant="quiet"
            to={`/networks/${slug}/coordinate/decline/${id}`}
            aria-label={m.networks_decline_name({ person: name })}
          >
            {m.networks_decline()}
          </ButtonLink>
        </Form>
      }
    >
      {message ? (
        <blockquote className="row-detail mt-1 whitespace-pre-line">
          {m.networks_quote({ text: message })}
        </blockquote>
      ) : null}
    </RegisterRow>
  );
}
