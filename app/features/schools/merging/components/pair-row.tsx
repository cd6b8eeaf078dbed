import { Form } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { RegisterRow } from "~/ui/register";
import type { PairedSchool, SchoolPair } from "../queries.server";

/** From here on a pair is called very likely. */
const VERY_LIKELY = 0.9;

/** Two records that may be one school, with the way to compare them. */
export function PairRow({ pair, dismissed }: { pair: SchoolPair; dismissed?: boolean }) {
  const { one, other, score } = pair;
  const compare = `/admin/schools/compare?${new URLSearchParams({ one: one.id, other: other.id })}`;
  return (
    <RegisterRow
      title={
        <AppLink to={compare}>
          <span className="wrap-anywhere">
            {m.schools_doubles_pair({ one: one.name, other: other.name })}
          </span>
        </AppLink>
      }
      detail={
        <>
          <Where school={one} />
          <br />
          <Where school={other} />
        </>
      }
      end={
        dismissed ? (
          <Form method="post" action="/admin/schools">
            <input type="hidden" name="oneId" value={one.id} />
            <input type="hidden" name="otherId" value={other.id} />
            <Button small name="intent" value="reopen">
              {m.schools_doubles_reopen()}
              <span className="sr-only"> {m.schools_doubles_pair({ one: one.name, other: other.name })}</span>
            </Button>
          </Form>
        ) : score >= VERY_LIKELY ? (
          m.schools_doubles_very_likely()
        ) : (
          m.schools_doubles_likely()
        )
      }
    />
  );
}

/** "Nottingham, NG7 2RD · number 100006", or that people added it. */
export function Where({ school: { place, registerId } }: { school: PairedSchool }) {
  return (
    <span className="wrap-anywhere">
      {[
        place,
        registerId === null ? m.schools_doubles_by_hand() : m.schools_doubles_number({ number: registerId }),
      ]
        .filter(Boolean)
        .join(" · ")}
    </span>
  );
}
