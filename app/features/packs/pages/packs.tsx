import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Catalogue } from "~/ui/catalogue/catalogue";
import { Page } from "~/ui/frame/page";
import { Register } from "~/ui/register";
import { FoundCount } from "../components/found-count";
import { NothingFound } from "../components/nothing-found";
import { PackRow } from "../components/pack-row";
import type { loader } from "./packs.server";

export { loader } from "./packs.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(
    data?.view.text ? `${data.view.text} · ${m.packs_title()}` : m.packs_title(),
    m.packs_description(),
  );

export default function Packs() {
  const { view, hits, near } = useLoaderData<typeof loader>();
  return (
    <Page
      title={m.packs_title()}
      wide
      actions={<ButtonLink to="/materials">{m.materials_title()}</ButtonLink>}
    >
      <Catalogue
        data={view}
        label={m.packs_search_label()}
        placeholder={m.packs_search_hint()}
        count={<FoundCount view={view} />}
      >
        {near ? (
          <NothingFound view={view} near={near} />
        ) : (
          <Register>
            {hits.map((row) => (
              <PackRow key={row.slug} row={row} />
            ))}
          </Register>
        )}
      </Catalogue>
    </Page>
  );
}
