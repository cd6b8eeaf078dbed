import type { RouteConfig } from "@remix-run/route-config";
import { routes as accounts } from "./features/accounts/routes";
import { routes as administration } from "./features/administration/routes";
import { routes as development } from "./features/development/routes";
import { routes as home } from "./features/home/routes";
import { routes as networks } from "./features/networks/routes";
import { routes as notifications } from "./features/notifications/routes";
import { routes as packs } from "./features/packs/routes";
import { routes as people } from "./features/people/routes";
import { routes as resources } from "./features/resources/routes";
import { routes as schools } from "./features/schools/routes";
import { routes as search } from "./features/search/routes";

export default [
  ...home,
  ...accounts,
  ...networks,
  ...packs,
  ...people,
  ...resources,
  ...schools,
  ...search,
  ...notifications,
  ...administration,
  ...development,
] satisfies RouteConfig;
