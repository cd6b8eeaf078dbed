import { Form, useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { formattingLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import { Empty } from "~/ui/empty";
import { SearchField } from "~/ui/fields/search-field";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { PageLinks } from "~/ui/page-links";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import type { loader } from "./vocabulary.server";

export { loader } from "./vocabulary.server";

const PATH = "/materials/vocabulary";

export const meta = () => pageTitle(m.vocabulary_title());

/** Every material by its name, each leading to where a librarian edits it. */
export default function Vocabulary() {
  const { text, page, pages, rows, total, merged } = useLoaderData<typeof loader>();
  const number = total.toLocaleString(formattingLocale());
  const hrefFor = (wanted: number) =>
    `${PATH}?${new URLSearchParams({ ...(text ? { q: text } : {}), page: String(wanted) })}`;
  return (
    <Page
      title={m.vocabulary_title()}
      lead={m.vocabulary_lead()}
      crumbs={[{ to: "/materials", label: m.materials_title() }]}
    >
      {merged ? (
        <div className="mb-6">
          <Notice tone="board" role="status">
            {m.vocabulary_merged()}
          </Notice>
        </div>
      ) : null}
      <Form action={PATH} role="search" aria-label={m.vocabulary_find()}>
        <SearchField key={text} label={m.vocabulary_find()} defaultValue={text} maxLength={80} />
      </Form>
      {rows.length === 0 ? (
        <div className="mt-8">
          <Empty title={m.vocabulary_none()} text={m.vocabulary_none_text()} />
        </div>
      ) : (
        <Section title={m.vocabulary_count({ count: total, number })}>
          <Register>
            {rows.map(({ slug, name, synonyms, packs }) => (
              <RegisterRow
                key={slug}
                to={`/materials/${slug}/edit`}
                title={name}
                detail={synonyms.join(" · ")}
                end={m.vocabulary_packs({ count: packs })}
              />
            ))}
          </Register>
          <PageLinks page={page} pages={pages} hrefFor={hrefFor} />
        </Section>
      )}
    </Page>
  );
}
