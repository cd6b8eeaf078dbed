import { Form, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { shownName } from "~/platform/i18n/shown-name";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { Empty } from "~/ui/empty";
import { SelectField } from "~/ui/fields/select-field";
import { TextField } from "~/ui/fields/text-field";
import { Page } from "~/ui/frame/page";
import { Register, RegisterRow } from "~/ui/register";
import type { loader } from "./audit.server";

export { loader } from "./audit.server";

const PATH = "/admin/audit";

export const meta = () => pageTitle(m.audit_title());

/** Who did what to whom, newest first. */
export default function Audit() {
  const { locale, text, act, acts, isNewest, entries, older } = useLoaderData<typeof loader>();
  const address = (more: Record<string, string>) => {
    const asked = { ...(text ? { q: text } : {}), ...(act ? { act } : {}), ...more };
    const query = new URLSearchParams(asked).toString();
    return query ? `${PATH}?${query}` : PATH;
  };
  return (
    <Page title={m.audit_title()} lead={m.audit_lead()}>
      <Form
        action={PATH}
        role="search"
        aria-label={m.audit_filter()}
        className="mb-8 flex flex-wrap items-end gap-4"
      >
        <TextField
          key={`q ${text}`}
          name="q"
          label={m.audit_person()}
          hint={m.audit_person_hint()}
          defaultValue={text}
          maxLength={200}
          autoComplete="off"
        />
        <SelectField
          key={`act ${act}`}
          name="act"
          label={m.audit_act()}
          defaultValue={act}
          placeholder={m.audit_every_act()}
          options={acts.map((each) => ({ value: each, label: each }))}
        />
        <Button type="submit">{m.audit_show()}</Button>
      </Form>
      {entries.length === 0 ? (
        <Empty title={m.audit_none()} text={m.audit_none_text()} />
      ) : (
        <Register>
          {entries.map(({ id, at, act, actor, subject, details }) => (
            <RegisterRow
              key={id}
              title={<Act act={act} />}
              detail={
                <>
                  <Subject {...subject} />
                  <br />
                  <Actor actor={actor} /> · <DateText value={at} locale={locale} style="exact" /> UTC
                </>
              }
            >
              <Details lines={details} />
            </RegisterRow>
          ))}
        </Register>
      )}
      <nav className="page-links" aria-label={m.ui_pages()}>
        {isNewest ? null : (
          <AppLink to={address({})} className="btn btn-outlined">
            {m.audit_newest()}
          </AppLink>
        )}
        {older === null ? null : (
          <AppLink to={address({ before: older })} rel="next" className="btn btn-outlined">
            {m.audit_older()}
          </AppLink>
        )}
      </nav>
    </Page>
  );
}

/** Acts are written down in English, whoever reads them. */
const Act = ({ act }: { act: string }) => <span lang="en">{act}</span>;

function Actor({ actor }: { actor: { id: string; name: string | null } | null }): ReactNode {
  if (actor === null) return m.audit_house();
  return actor.name === null ? shownName(null) : <AppLink to={`/people/${actor.id}`}>{actor.name}</AppLink>;
}

function Subject({
  type,
  id,
  name,
  path,
}: {
  type: string;
  id: string;
  name: string | null;
  path: string | null;
}) {
  if (name !== null && path !== null) return <AppLink to={path}>{name}</AppLink>;
  return (
    <span lang="en">
      {type} <span className="font-mono text-sm wrap-anywhere">{id}</span>
    </span>
  );
}

const Details = ({ lines }: { lines: string[] }) =>
  lines.length === 0 ? null : (
    <p lang="en" className="font-mono text-sm wrap-anywhere">
      {lines.join(" · ")}
    </p>
  );
