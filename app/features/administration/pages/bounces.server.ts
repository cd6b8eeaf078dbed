import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { ignoredBounces, stoppedAddresses } from "~/platform/mail/bounces.server";
import { mayAdminister } from "../permissions";

const MOST = 100;

/** Addresses whose mail came back, for administrators. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, context, async (actor) => {
    if (!mayAdminister(actor)) throw new NotAllowed();
    const { db } = context.services;
    const { rows, total } = await stoppedAddresses(db, MOST);
    return { rows, total, ignored: await ignoredBounces(db), locale: context.locale };
  });
