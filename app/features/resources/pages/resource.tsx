import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { agesText, minutesText, subjectName } from "~/platform/i18n/vocabulary";
import { Page } from "~/ui/frame/page";
import { Tag, Tags } from "~/ui/tag";
import { ResourceSide } from "../components/resource-side";
import { ResourceText } from "../components/resource-text";
import { learningResource } from "./learning-resource";
import type { loader } from "./resource.server";

export { loader } from "./resource.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        ...pageTitle(data.resource.title, data.resource.summary),
        { tagName: "link", rel: "canonical", href: data.address },
        { "script:ld+json": learningResource(data) },
      ]
    : pageTitle(m.resources_title());

export default function Resource() {
  const { resource, blocks, pictures, direction, kind, language, own, licence } =
    useLoaderData<typeof loader>();
  const { title, subjects, minutes, ageFrom, ageTo } = resource;
  const subject = subjects[0];
  const written = { lang: resource.language, dir: direction };
  return (
    <Page
      title={<span {...written}>{title}</span>}
      crumbs={[
        { to: "/resources", label: m.resources_title() },
        ...(subject ? [{ to: `/resources?subject=${subject}`, label: subjectName(subject) }] : []),
      ]}
      aside={<ResourceSide resource={resource} licence={licence} pictures={pictures} />}
    >
      <div className="-mt-4 mb-8">
        <Tags>
          {kind ? <Tag>{kind}</Tag> : null}
          {minutes ? <Tag>{minutesText(minutes)}</Tag> : null}
          {ageFrom && ageTo ? <Tag>{agesText(ageFrom, ageTo)}</Tag> : null}
          {own ? null : <Tag>{m.resources_written_in({ language })}</Tag>}
          <Tag>{licence.label}</Tag>
        </Tags>
      </div>
      {blocks.length > 0 ? (
        <div {...written}>
          <ResourceText blocks={blocks} />
        </div>
      ) : (
        <p className="lead" {...written}>
          {resource.summary}
        </p>
      )}
    </Page>
  );
}
