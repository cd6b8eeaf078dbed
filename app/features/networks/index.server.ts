// What other features may use of networks, on the server.
export { forgetAtlas, type NetworkEntry, networkAtlas } from "./atlas.server";
export { mailAppointed, mailAppointmentEnded } from "./emails/appointment-news.server";
export { mailRequestDecided } from "./emails/request-decided.server";
export { administratorIds, appointmentNews, requestNews } from "./news.server";
export {
  type Coordinator,
  coordinatorsOf,
  isCoordinator,
  isMember,
  type Network,
  networkBySlug,
  networksOf,
  type OwnNetwork,
} from "./queries.server";
export { dayOf } from "./term";
