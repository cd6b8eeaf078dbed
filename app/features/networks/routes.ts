import type { RouteConfigEntry } from "@remix-run/route-config";
import { page } from "../../routes-helper";

export const routes: RouteConfigEntry[] = [
  page("networks", "networks/pages/networks.tsx"),
  page("networks/new", "networks/pages/new-network.tsx"),
  page("networks/:slug", "networks/pages/network.tsx"),
  page("networks/:slug/members", "networks/pages/members.tsx"),
  page("networks/:slug/announcements", "networks/pages/announcements.tsx"),
  page("networks/:slug/leave", "networks/pages/leave.tsx"),
  page("networks/:slug/coordinate", "networks/pages/coordinate.tsx"),
  page("networks/:slug/coordinate/announce", "networks/pages/announce.tsx"),
  page("networks/:slug/coordinate/decline/:requestId", "networks/pages/decline.tsx"),
  page("networks/:slug/coordinate/appoint", "networks/pages/appoint.tsx"),
  page("networks/:slug/coordinate/end/:appointmentId", "networks/pages/end-appointment.tsx"),
  page("networks/:slug/coordinate/invitations", "networks/pages/invitations.tsx"),
  page("networks/:slug/coordinate/invitations/:invitationId/revoke", "networks/pages/revoke-invitation.tsx"),
  page("networks/:slug/coordinate/settings", "networks/pages/settings.tsx"),
  page("networks/:slug/coordinate/territory", "networks/territory/pages/territory.tsx"),
  page("networks/:slug/coordinate/close", "networks/pages/close.tsx"),
  page("networks/:slug/coordinate/letters", "networks/pages/letters.tsx"),
  page("join/:code/never-again", "networks/pages/never-again.tsx"),
  page("join/:code", "networks/pages/join.tsx"),
];
