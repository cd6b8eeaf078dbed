import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { DateText } from "~/ui/date-text";
import { Empty } from "~/ui/empty";
import { Page } from "~/ui/frame/page";
import { Register, RegisterRow } from "~/ui/register";
import type { loader } from "./bounces.server";

export { loader } from "./bounces.server";

export const meta = () => pageTitle(m.administration_bounces());

/** Addresses to which mail stands still, newest first. */
export default function Bounces() {
  const { rows, total, ignored, locale } = useLoaderData<typeof loader>();
  return (
    <Page
      title={m.administration_bounces()}
      lead={m.administration_bounces_lead()}
      crumbs={[{ to: "/admin", label: m.administration_title() }]}
    >
      {rows.length === 0 ? (
        <Empty title={m.administration_bounces_none()} text={m.administration_bounces_none_text()} />
      ) : (
        <>
          <p className="mb-4">{m.administration_bounces_total({ count: total })}</p>
          <Register>
            {rows.map(({ address, code, said, count, lastAt }) => (
              <RegisterRow
                key={address}
                title={<span className="wrap-anywhere">{address}</span>}
                detail={
                  <>
                    {m.administration_bounces_row({ count })} <DateText value={lastAt} locale={locale} />
                    <br />
                    {/* Mail servers say it in whatever language they like. */}
                    <span className="font-mono text-sm wrap-anywhere">
                      {code} {said}
                    </span>
                  </>
                }
              />
            ))}
          </Register>
        </>
      )}
      {ignored > 0 ? (
        <p className="small mt-8">{m.administration_bounces_ignored({ count: ignored })}</p>
      ) : null}
    </Page>
  );
}
