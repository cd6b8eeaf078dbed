import { z } from "zod";

/** What of the audit log is looked at. Anything odd in an address is as if it were not there. */
export type AuditQuery = {
  /** Name, mail address or id of a person who acted or was acted on; "" for everybody. */
  text: string;
  /** An act as it is written down; "" for all. */
  act: string;
  /** The entry that those shown are older than; null for the newest ones. */
  before: string | null;
};

const line = (most: number) =>
  z
    .string()
    .catch("")
    .transform((text) =>
      text
        .replace(/[\p{Cc}\p{Cs}]/gu, " ")
        .trim()
        .slice(0, most),
    );

const schema = z.object({ q: line(200), act: line(80), before: z.uuid().nullable().catch(null) });

/** Reads the address of the page. */
export function auditQuery(parameters: URLSearchParams): AuditQuery {
  const { q, act, before } = schema.parse({
    q: parameters.get("q"),
    act: parameters.get("act"),
    before: parameters.get("before"),
  });
  return { text: q, act, before };
}
