import { z } from "zod";
import { mailChoices } from "~db/vocabulary/notifications";
import { mailedKinds } from "./kinds";
import { isTimeZone } from "./times";

const hour = z.coerce.number({ error: "notifications_hour_odd" }).int().min(0).max(23);

/** An hour, or "" for none. */
const hourOrNone = z
  .literal("", "notifications_hour_odd")
  .transform(() => null)
  .or(hour);

const choice = z.enum(mailChoices, { error: "notifications_choice_missing" });

const ofKinds = Object.fromEntries(mailedKinds.map((kind) => [kind, choice]));

/** The settings of notifications: a choice for each kind, under its key, and the hours. */
export const choosingForm = z
  .object({
    ...ofKinds,
    timeZone: z.string().refine(isTimeZone, "notifications_time_zone_odd"),
    hour,
    weekday: z.coerce.number({ error: "notifications_weekday_odd" }).int().min(1).max(7),
    quietFrom: hourOrNone,
    quietTo: hourOrNone,
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === null) === (quietTo === null), {
    path: ["quietTo"],
    error: "notifications_quiet_half",
  })
  .refine(({ quietFrom, quietTo }) => quietFrom === null || quietFrom !== quietTo, {
    path: ["quietTo"],
    error: "notifications_quiet_empty",
  })
  .transform(({ timeZone, hour, weekday, quietFrom, quietTo, ...choices }) => ({
    choices: choices as Record<string, z.output<typeof choice>>,
    times: {
      timeZone,
      hour,
      weekday,
      quiet: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo },
    },
  }));
