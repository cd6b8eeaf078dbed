import { z } from "zod";
import { admitForm } from "../joining";
import { LONGEST } from "../network";

const oneNeed = {
  kind: z.string().regex(/^[a-z-]{1,60}$/, "error_not_found"),
  subjectId: z.uuid("error_not_found"),
};

/** What is done in a row of the cockpit. Without a word it is admitting: so did forms that are still open somewhere. */
export const cockpitForm = z.preprocess(
  (fields) => ({ intent: "admit", ...(fields as object) }),
  z.discriminatedUnion(
    "intent",
    [
      admitForm.extend({ intent: z.literal("admit") }),
      z.object({ intent: z.literal("let-be"), ...oneNeed }),
      z.object({ intent: z.literal("take-up"), ...oneNeed }),
    ],
    { error: "error_not_found" },
  ),
);

const words = z
  .string({ error: "networks_words_missing" })
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .pipe(z.string().min(1, "networks_words_missing").max(LONGEST.words, "networks_words_long"));

/** A welcome: words, or none where it was said in person. */
export const welcomeForm = z.preprocess(
  (fields) => ({ intent: "send", ...(fields as object) }),
  z.discriminatedUnion(
    "intent",
    [
      z.object({ intent: z.literal("in-person") }).transform(() => ({ words: null })),
      z.object({ intent: z.literal("send"), words }),
    ],
    { error: "error_not_found" },
  ),
);

/** A few words to who went silent. */
export const writeForm = z.object({ words });
