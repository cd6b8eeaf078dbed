import type { MetaDescriptor } from "@remix-run/node";
import { m } from "../i18n/messages";

/**
 * Title and description of a page.
 * @param title what the page is about; the site's name is added
 */
export const pageTitle = (title: string, description?: string): MetaDescriptor[] => [
  { title: title ? `${title} · ${m.site_name()}` : m.site_name() },
  ...(description ? [{ name: "description", content: description.slice(0, 300) }] : []),
];
