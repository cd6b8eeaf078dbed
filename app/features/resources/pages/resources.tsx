import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Catalogue } from "~/ui/catalogue/catalogue";
import { Page } from "~/ui/frame/page";
import { Register } from "~/ui/register";
import { FoundCount } from "../components/found-count";
import { NothingFound } from "../components/nothing-found";
import { ResourceRow } from "../components/resource-row";
import type { loader } from "./resources.server";

export { loader } from "./resources.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(
    data?.view.text ? `${data.view.text} · ${m.resources_title()}` : m.resources_title(),
    m.resources_description(),
  );

export default function Resources() {
  const { view, hits, near } = useLoaderData<typeof loader>();
  return (
    <Page title={m.resources_title()} wide>
      <Catalogue
        data={view}
        label={m.resources_search_label()}
        placeholder={m.resources_search_hint()}
        count={<FoundCount view={view} />}
      >
        {near ? (
          <NothingFound view={view} near={near} />
        ) : (
          <Register>
            {hits.map((row) => (
              <ResourceRow key={row.slug} row={row} />
            ))}
          </Register>
        )}
      </Catalogue>
    </Page>
  );
}
