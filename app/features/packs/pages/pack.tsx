import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { subjectName } from "~/platform/i18n/vocabulary";
import { Cover } from "~/ui/cover";
import { FormErrors } from "~/ui/fields/form-errors";
import { Crumbs, PageBody } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { Activities } from "../components/activities";
import { Materials } from "../components/materials";
import { PackSide } from "../components/pack-side";
import { PackSummary } from "../components/pack-summary";
import { PrintButtons, type Printed } from "../components/print-buttons";
import { PublishForm } from "../components/publish-form";
import { learningResource } from "./learning-resource";
import type { loader } from "./pack.server";

export { action, loader } from "./pack.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        ...pageTitle(data.pack.title, data.pack.summary),
        { tagName: "link", rel: "canonical", href: data.address },
        { "script:ld+json": learningResource(data) },
      ]
    : pageTitle(m.packs_title());

export default function Pack() {
  const { pack, pupils, writtenIn, may, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const [printed, setPrinted] = useState<Printed>("pack");
  const { title, language } = pack;
  const subject = pack.subjects[0]!;
  const path = `/packs/${pack.slug}`;
  const notOnList = printed === "list" ? "print:hidden" : "";
  return (
    <PageBody
      wide
      head={
        <Crumbs
          crumbs={[
            { to: "/packs", label: m.packs_title() },
            { to: `/packs?subject=${subject}`, label: subjectName(subject) },
          ]}
        />
      }
    >
      <div className="grid gap-6 md:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[16rem_minmax(0,1fr)_17rem] lg:gap-x-10 print:block">
        <div className={`flex items-center gap-4 md:block print:block ${notOnList}`}>
          <div className="w-[7.5rem] flex-none md:w-auto print:float-right print:ms-6 print:w-36">
            <Cover title={title} subject={subject} drawing={pack.drawing} size="large" />
          </div>
          <div className="needs-script flex-1">
            <div className="grid gap-2 md:mt-4">
              <PrintButtons setPrinted={setPrinted} />
            </div>
          </div>
        </div>
        <div className="min-w-0">
          <FormErrors errors={refusal?.errors} />
          <Done done={done} />
          {may.publish || may.unpublish ? <PublishForm may={may} /> : null}
          <h1 lang={language}>{title}</h1>
          <div className={notOnList}>
            <PackSummary pack={pack} writtenIn={writtenIn} />
          </div>
          <div className="mt-8">
            <div className={notOnList}>
              {pack.why ? (
                <Section title={m.packs_why()} rule={false}>
                  <p className="whitespace-pre-line" lang={language}>
                    {pack.why}
                  </p>
                </Section>
              ) : null}
              <div className="mt-12">
                <Section title={m.packs_do()}>
                  <Activities activities={pack.activities} language={language} />
                </Section>
              </div>
            </div>
            <div className="mt-12">
              <Materials
                key={path}
                path={path}
                materials={pack.materials}
                groupSize={pack.groupSize}
                pupils={pupils}
                activities={pack.activities.length}
                language={language}
              />
            </div>
          </div>
        </div>
        <aside className={`min-w-0 md:col-start-2 lg:col-start-3 print:mt-12 ${notOnList}`}>
          <PackSide pack={pack} />
        </aside>
      </div>
    </PageBody>
  );
}

function Done({ done }: { done: string | null }) {
  if (done !== "published" && done !== "unpublished") return null;
  return (
    <div className="mb-6">
      <Notice tone="board" role="status">
        {done === "published" ? m.packs_done_published() : m.packs_done_unpublished()}
      </Notice>
    </div>
  );
}
