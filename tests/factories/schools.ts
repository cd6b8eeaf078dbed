import { addSchool, type NewSchool } from "~/features/schools/index.server";
import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";

let made = 0;

/**
 * Adds an invented school.
 * @param wishes what matters; the rest is a primary school of its own in Nottingham
 * @returns the school's id
 */
export function makeSchool(services: Services, wishes: Partial<NewSchool> = {}): Promise<string> {
  made += 1;
  return addSchool(services, system, {
    name: `Trentside Primary School ${made}`,
    town: "Nottingham",
    postcode: "NG7 2RD",
    country: "GB",
    position: { latitude: 52.9536 + made * 0.001, longitude: -1.15047 },
    ...wishes,
  });
}
