// What other features may use of notifications, on the server.
export { removeOldNotifications } from "./jobs/remove-old.server";
export { wordsOf } from "./kinds";
export { type News, notify } from "./operations/notify.server";
export { countUnread, notificationsOf } from "./queries.server";
export { tellOfAppointment, tellOfDecision, tellOfEnd, tellOfRequest } from "./reactions/networks.server";
