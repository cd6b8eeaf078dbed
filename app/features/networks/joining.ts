import { z } from "zod";
import { LONGEST } from "./network";

/** Asking to join: a few words for the coordinators, none needed. */
export const requestForm = z.object({
  message: z.string().trim().max(LONGEST.message, "networks_message_long").default(""),
});

/** Declining: the person is told why. */
export const declineForm = z.object({
  reason: z
    .string({ error: "networks_reason_missing" })
    .trim()
    .min(1, "networks_reason_missing")
    .max(LONGEST.reason, "networks_reason_long"),
});

/** The answer to a request that stands on the list of those waiting. */
export const admitForm = z.object({ requestId: z.uuid("networks_request_gone") });

/**
 * How often somebody may join networks, or ask to, in a day: far above what anybody needs, far below what fills a
 * table or a coordinator's patience.
 */
export const DAILY_LIMITS = { joins: 50, requests: 30, requestsToOne: 5 } as const;
