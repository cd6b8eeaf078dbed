import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { WordsForm } from "../components/words-form";
import type { loader } from "./write.server";

export { action, loader } from "./write.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.networks_write_name({ name: data.name }) : "");

/** A few words to somebody who went silent, or to all of a school. */
export default function Write() {
  const { network, name, silent, proposed, longest, days } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const back = `/networks/${network.slug}/coordinate`;
  return (
    <Page
      title={m.networks_write_name({ name })}
      crumbs={[
        { to: `/networks/${network.slug}`, label: network.name },
        { to: back, label: m.networks_tab_coordinate() },
      ]}
    >
      {silent.length === 0 ? (
        <div className="mb-8">
          <Notice>
            <p>{m.networks_write_not_silent()}</p>
          </Notice>
        </div>
      ) : (
        <ul className="mb-8">
          {silent.map(({ id, name: who, month }) => (
            <li key={id}>{m.networks_write_whom({ person: who, month })}</li>
          ))}
        </ul>
      )}
      <WordsForm
        {...{ refusal, proposed, longest, back }}
        hint={m.networks_write_hint({ days })}
        send={m.networks_write_send({ count: Math.max(1, silent.length) })}
      />
    </Page>
  );
}
