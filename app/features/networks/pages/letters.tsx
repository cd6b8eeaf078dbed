import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Empty } from "~/ui/empty";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { PageLinks } from "~/ui/page-links";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";
import { Done } from "../components/done";
import { LetterRow } from "../components/letter-row";
import { LettersForm } from "../components/letters-form";
import type { loader } from "./letters.server";

export { action, loader } from "./letters.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.networks_letters_title({ network: data.head.name }) : m.networks_title());

export default function Letters() {
  const { head, locale, total, page, pages, letters, done, counts } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const path = `/networks/${head.slug}`;
  return (
    <Page
      title={m.networks_letters_title({ network: head.name })}
      lead={m.networks_letters_lead()}
      crumbs={[
        { to: path, label: head.name },
        { to: `${path}/coordinate`, label: m.networks_tab_coordinate() },
      ]}
    >
      <FormErrors errors={linesOf(refusal)} idFor={(name) => name.split("-")[0]!} />
      <Done done={refusal ? null : done} />
      {counts && !refusal ? <Counts {...counts} /> : null}
      <Section title={m.networks_letters_new()}>
        {/* Another answer, another form: what was sent goes. */}
        <LettersForm key={`${counts?.sent} ${total}`} refusal={refusal} />
      </Section>
      {letters.length === 0 ? (
        <div className="mt-12">
          <Empty title={m.networks_letters_none()} text={m.networks_letters_none_text()} />
        </div>
      ) : (
        <Section title={m.networks_letters_made({ count: total })} note={m.networks_letters_order()}>
          <Register>
            {letters.map((letter) => (
              <LetterRow key={letter.id} letter={letter} locale={locale} />
            ))}
          </Register>
          <PageLinks
            page={page}
            pages={pages}
            hrefFor={(wanted) => `${path}/coordinate/letters?page=${wanted}`}
          />
        </Section>
      )}
    </Page>
  );
}

/** The lines that are wrong without the sentence that counts them, which stands at the field. */
function linesOf(refusal: FormRefusal | undefined) {
  const { addresses, ...lines } = refusal?.errors ?? {};
  return Object.keys(lines).length > 0 || !addresses ? lines : { addresses };
}

/** Says once what became of a list. */
function Counts({ sent, known, refused }: { sent: number; known: number; refused: number }) {
  return (
    <div className="mb-8">
      <Notice tone="board" role="status">
        <p>{sent > 0 ? m.networks_letters_sent({ count: sent }) : m.networks_letters_sent_none()}</p>
        {known > 0 ? <p>{m.networks_letters_known({ count: known })}</p> : null}
        {refused > 0 ? <p>{m.networks_letters_refused({ count: refused })}</p> : null}
      </Notice>
    </div>
  );
}
