// What other features may use of notifications, in the browser too.
export { NotificationRow, type NotificationRowData } from "./components/notification-row";
