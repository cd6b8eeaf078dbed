import { Form, useLoaderData } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import type { loader } from "../pages/doubles.server";
import { Where } from "./pair-row";

/** Merges of the last thirty days, each with the way back. */
export function RecentMerges() {
  const { merges, locale } = useLoaderData<typeof loader>();
  if (merges.length === 0) return null;
  return (
    <Section title={m.schools_doubles_recent()}>
      <Register>
        {merges.map(({ id, losing, surviving, at, by, canUndo }) => (
          <RegisterRow
            key={id}
            to={`/schools/${surviving.id}`}
            title={
              <span className="wrap-anywhere">
                {m.schools_doubles_into({ losing: losing.name, surviving: surviving.name })}
              </span>
            }
            detail={
              <>
                <Where school={surviving} />
                <br />
                {by ? `${by} · ` : null}
                <DateText value={at} locale={locale} />
              </>
            }
            end={
              canUndo ? (
                <Form method="post" action="/admin/schools">
                  <input type="hidden" name="mergeId" value={id} />
                  <Button small name="intent" value="undo">
                    {m.schools_doubles_undo()}
                    <span className="sr-only">
                      {" "}
                      {m.schools_doubles_into({ losing: losing.name, surviving: surviving.name })}
                    </span>
                  </Button>
                </Form>
              ) : (
                m.schools_doubles_newer_first()
              )
            }
          />
        ))}
      </Register>
    </Section>
  );
}
