import { data } from "@remix-run/node";
import type { z } from "zod";
import { Conflict, ExpectedFailure, NotAllowed, NotFound, RuleBroken, TooFast } from "../errors/errors";
import { translate } from "../i18n/translate.server";
import type { Actor } from "../services/actor";
import { secondFactorFirst, signInFirst } from "./context.server";

/** What a form gets back when it was not accepted: sentences by field ("" for the whole form) and what was typed. */
export type FormRefusal = { errors: Record<string, string>; values: Record<string, string> };

/** More fields than any form of ours has. */
const MOST_FIELDS = 200;

/** Fields that are never sent back to the browser. */
const secretField = /password|token|^code$/i;

/** The form of a request. @throws a 400 answer when what was sent is no form, as browsers never do */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response(null, { status: 400 });
  }
}

/**
 * Reads a form by the schema of the rules file. The schema's messages are keys of the message catalogue.
 * @returns the parsed input, or the refusal to answer with
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<
  { input: z.output<Schema>; form: FormData } | { refusal: ReturnType<typeof refuse>; form: FormData }
> {
  const form = await formOf(request);
  if ([...form.keys()].length > MOST_FIELDS) throw new Response(null, { status: 413 });
  const parsed = schema.safeParse(fieldsOf(form));
  if (parsed.success) return { input: parsed.data, form };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? "")] ??= translate(issue.message);
  return { refusal: refuse(errors, form), form };
}

/** Text fields by name; a name that is sent more than once becomes a list. */
export function fieldsOf(form: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === "string");
    fields[name] = values.length === 1 ? values[0]! : values;
  }
  return fields;
}

/** The 422 answer: errors at their fields, nothing typed is lost but secrets. */
export function refuse(errors: Record<string, string>, form: FormData, status = 422, headers?: HeadersInit) {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !secretField.test(name)) values[name] = value;
  }
  return data<FormRefusal>({ errors, values }, { status, headers });
}

/**
 * Runs what a form asks for and turns expected failures into the form's answer: a broken rule or conflict at its
 * field, too many tries as 429. Not found and not allowed become pages of their own.
 */
export async function submit<Result>(
  form: FormData,
  work: () => Promise<Result>,
): Promise<{ result: Result } | { refusal: ReturnType<typeof refuse> }> {
  try {
    return { result: await work() };
  } catch (error) {
    if (error instanceof TooFast) {
      return {
        refusal: refuse({ "": translate(error.code, error.values) }, form, 429, {
          "Retry-After": String(error.retryAfterSeconds),
        }),
      };
    }
    if (error instanceof RuleBroken || error instanceof Conflict) {
      const status = error instanceof Conflict ? 409 : 422;
      return { refusal: refuse({ [error.field ?? ""]: translate(error.code, error.values) }, form, status) };
    }
    throw error;
  }
}

/**
 * Turns an expected failure into the response a page throws; anything else is thrown on as it is.
 * @param actor a visitor who is not allowed is asked to sign in first, somebody whose roles wait to set up what they wait for
 */
export function toResponse(error: unknown, request: Request, actor: Actor): Response {
  if (!(error instanceof ExpectedFailure)) throw error;
  if (error instanceof NotAllowed && actor.kind === "visitor") return signInFirst(request);
  if (error instanceof NotAllowed && actor.kind === "person" && actor.rolesWait) {
    return secondFactorFirst(request);
  }
  const status =
    error instanceof NotFound
      ? 404
      : error instanceof NotAllowed
        ? 403
        : error instanceof TooFast
          ? 429
          : error instanceof Conflict
            ? 409
            : 422;
  const headers = error instanceof TooFast ? { "Retry-After": String(error.retryAfterSeconds) } : undefined;
  return new Response(translate(error.code, error.values), { status, headers });
}
