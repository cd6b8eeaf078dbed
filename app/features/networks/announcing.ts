import { z } from "zod";
import { LONGEST } from "./network";

/** Announcements of one network within 24 hours: more than that nobody reads. */
export const MOST_A_DAY = 2;

const words = {
  title: z
    .string({ error: "networks_announce_title_missing" })
    .trim()
    .min(1, "networks_announce_title_missing")
    .max(LONGEST.announcementTitle, "networks_announce_title_long")
    .transform((title) => title.replace(/\s+/g, " ")),
  body: z
    .string({ error: "networks_announce_body_missing" })
    .transform((body) => body.replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .min(1, "networks_announce_body_missing")
        .max(LONGEST.announcement, "networks_announce_body_long"),
    ),
};

/** An announcement: looked at first, or sent. */
export const announceForm = z.object({
  ...words,
  intent: z.enum(["preview", "send"]).catch("preview"),
});

/** Which announcement to take back. */
export const takeBackForm = z.object({ announcementId: z.uuid("error_not_found") });

export type AnnouncementInput = { title: string; body: string };
