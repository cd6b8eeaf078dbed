import { m } from "~/platform/i18n/messages";
import { OutsideLink } from "~/ui/app-link";
import { Section } from "~/ui/section";
import type { ResourcePage } from "../pages/resource.server";

/** Beside the text: whose work it is, under which terms, and what is needed. */
export function ResourceSide({
  resource,
  licence,
  pictures,
}: Pick<ResourcePage, "resource" | "licence" | "pictures">) {
  const { author, collection, materials, original, language } = resource;
  return (
    <>
      <h2 className="sr-only">{m.resources_about()}</h2>
      <Section title={m.resources_credit()} level={3}>
        {/* Licences ask for all of it: author, work, licence, and where it came from. */}
        <p>{creditLine(author, collection)}</p>
        <p className="mt-2">
          {m.resources_licence()} <OutsideLink href={licence.href}>{licence.label}</OutsideLink>
        </p>
        {original ? (
          <p className="mt-2">
            <OutsideLink href={original}>{m.resources_original()}</OutsideLink>
          </p>
        ) : null}
        {pictures ? <p className="small mt-2">{m.resources_without_pictures()}</p> : null}
      </Section>
      {materials.length > 0 ? (
        <Section title={m.resources_need()} level={3}>
          <ul className="mt-3 list-disc space-y-1 ps-5" lang={language}>
            {materials.map((material) => (
              <li key={material}>{material}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function creditLine(author: string, collection: string): string {
  if (author && collection) return m.resources_credit_both({ author, collection });
  return author || collection || m.resources_credit_unknown();
}
