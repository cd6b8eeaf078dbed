import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { actsInLog, auditPage } from "../audit.server";
import { auditQuery } from "../audit-query";
import { mayReadAudit } from "../permissions";

/** The audit log, for administrators. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const query = auditQuery(new URL(request.url).searchParams);
  return answering(request, context, async (actor) => {
    if (!mayReadAudit(actor)) throw new NotAllowed();
    const { entries, more } = await auditPage(db, query);
    const last = entries.at(-1);
    return {
      locale: context.locale,
      text: query.text,
      act: query.act,
      isNewest: query.before === null,
      acts: await actsInLog(db),
      entries: entries.map(({ details, ...entry }) => ({
        ...entry,
        details: Object.entries(details).map(([name, value]) => `${name}: ${plain(value)}`),
      })),
      older: more && last ? last.id : null,
    };
  });
}

const plain = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value));
