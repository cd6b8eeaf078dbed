import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { MeantLine, MendedLine } from "~/ui/catalogue/mended-line";
import { SaveSearch } from "~/ui/catalogue/save-search";
import { useInstantForm } from "~/ui/catalogue/use-instant-form";
import { Chip, Chips } from "~/ui/chip";
import { SearchField } from "~/ui/fields/search-field";
import { Page } from "~/ui/frame/page";
import { rememberSearch } from "~/ui/search-box/recent-searches";
import { Beginning } from "../components/beginning";
import { Groups } from "../components/groups";
import { NothingFound } from "../components/nothing-found";
import { OneKind } from "../components/one-kind";
import { walkResults } from "../components/walk-results";
import type { loader } from "./search.server";

export { loader } from "./search.server";

type Found = ReturnType<typeof useLoaderData<typeof loader>>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(
    data?.asked.text ? `${data.asked.text} · ${m.search_title()}` : m.search_title(),
    m.search_description(),
  ),
  // Each search is an address of its own: no engine should walk through them.
  { name: "robots", content: "noindex" },
];

export default function Search() {
  const found = useLoaderData<typeof loader>();
  const form = useInstantForm(found.asked);
  useRemembered(found);
  return (
    <Page title={m.search_title()} wide>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: adds arrow keys to links and a field that have their own */}
      <div onKeyDown={walkResults}>
        <Form
          action={found.asked.path}
          role="search"
          aria-label={m.search_label()}
          ref={form.ref}
          onChange={form.onChange}
          onSubmit={form.onSubmit}
        >
          <SearchField
            label={m.search_label()}
            placeholder={m.search_hint()}
            defaultValue={found.asked.text}
            maxLength={200}
            autoComplete="off"
          />
          {found.state === "kind" ? <input type="hidden" name="type" value={found.kind} /> : null}
        </Form>
        <div className="catalogue-set">
          {found.state === "kind" ? (
            <Chips>
              <Chip label={found.name} to={found.everythingHref} />
            </Chips>
          ) : null}
          <p role="status">
            <Count found={found} />
          </p>
          {found.state !== "beginning" && found.mended ? <MendedLine {...found.mended} /> : null}
          {found.state !== "beginning" && found.meant ? <MeantLine {...found.meant} /> : null}
          {found.state !== "beginning" ? <SaveSearch key={found.searched.href} {...saved(found)} /> : null}
        </div>
        <div className={`catalogue-found ${found.state === "beginning" ? "" : "mt-4"}`} aria-busy={form.busy}>
          <Results found={found} />
        </div>
      </div>
    </Page>
  );
}

/** Keeps what found something among the recent searches of this browser. */
function useRemembered(found: Found) {
  const { text } = found.asked;
  const useful =
    found.state === "kind" ? found.rows.length > 0 : found.state === "everything" && found.counts.length > 0;
  useEffect(() => {
    if (useful) rememberSearch(text);
  }, [text, useful]);
}

const saved = (found: Exclude<Found, { state: "beginning" }>) => ({
  href: found.searched.href,
  name: [found.searched.text, found.state === "kind" ? found.name : ""].filter(Boolean).join(" · "),
});

/** How many were found, and how many of each kind, with the way there. Read out when it changes. */
function Count({ found }: { found: Found }) {
  if (found.state === "beginning") return null;
  if (found.state === "kind") return <strong>{found.count}</strong>;
  return (
    <>
      <strong>{found.count}</strong>
      {found.counts.map(({ id, label }) => (
        <span key={id} className="text-ink-2">
          {" · "}
          <a href={`#${id}`} className="link">
            {label}
          </a>
        </span>
      ))}
    </>
  );
}

function Results({ found }: { found: Found }) {
  const { text, literal } = found.asked;
  if (found.state === "beginning") return <Beginning kinds={found.kinds} />;
  if (found.state === "kind") {
    if (found.rows.length > 0) return <OneKind found={found} />;
    return (
      <NothingFound
        text={text}
        literal={literal}
        ways={found.ways}
        everythingHref={found.everythingHref}
        alike={null}
      />
    );
  }
  if (found.counts.length > 0) return <Groups groups={found.groups} places={found.places} />;
  return (
    <NothingFound text={text} literal={literal} ways={found.ways} everythingHref={null} alike={found.alike} />
  );
}
