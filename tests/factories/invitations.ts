import { v7 } from "uuid";
import type { InvitationInput } from "~/features/networks/invitation-form";
import { makeInvitation } from "~/features/networks/operations/make-invitation.server";
import type { Person } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";

/**
 * Makes a link for thirty days and any number of people.
 * @param wanted what matters to the test; `now` is when it is made
 */
export function makeLink(
  services: Services,
  coordinator: Person,
  slug: string,
  { now, ...wanted }: Partial<InvitationInput> & { now?: Date } = {},
): Promise<{ id: string; code: string }> {
  const input = { formKey: v7(), note: "", days: 30 as const, usesLimit: null, ...wanted };
  return makeInvitation(services, coordinator, { slug, ...input }, now);
}
