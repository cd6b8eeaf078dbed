import type { LoaderFunctionArgs } from "@remix-run/node";
import { countPacks, newestPacks } from "~/features/packs/index.server";
import { actorOf } from "~/platform/http/context.server";
import { todayOf } from "../today.server";
import { welcomeOf } from "../welcome.server";

/** Covers in a row. */
const COVERS = 6;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const { db } = services;
  const actor = await actorOf(request, context);
  return {
    packs: { covers: await newestPacks(db, COVERS), total: await countPacks(db) },
    ...(actor.kind === "person"
      ? { welcome: null, today: await todayOf(db, actor, locale) }
      : { welcome: await welcomeOf(db), today: null }),
  };
}
