import type { z } from "zod";
import { RuleBroken } from "~/platform/errors/errors";

/**
 * Checks what a command or a form hands to an operation.
 * @throws RuleBroken with the message of the first thing wrong; `field` says where, such as "activities.0.title"
 */
export function checked<Schema extends z.ZodType>(schema: Schema, input: z.input<Schema>): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  // Zod's own sentences (a wrong type, an unknown word) are not for readers.
  const code = issue?.message.startsWith("packs_") ? issue.message : "packs_value_wrong";
  throw new RuleBroken(code, { field }, field);
}
