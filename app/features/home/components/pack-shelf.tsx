import { m } from "~/platform/i18n/messages";
import { agesText, minutesText } from "~/platform/i18n/vocabulary";
import { AppLink } from "~/ui/app-link";
import { Cover } from "~/ui/cover";
import { Section } from "~/ui/section";

type PackShelfProps = {
  covers: {
    slug: string;
    title: string;
    subject: string;
    drawing: string[];
    ageFrom: number;
    ageTo: number;
    minutes: number;
  }[];
  /** How many packs there are in all. */
  total: number;
};

/** Packs side by side as exercise books; nothing where there are none. */
export function PackShelf({ covers, total }: PackShelfProps) {
  if (covers.length === 0) return null;
  return (
    <Section
      title={m.home_packs()}
      link={{ to: "/packs", label: m.home_all_packs({ count: total }) }}
      rule={false}
    >
      <ul className="grid grid-cols-2 gap-x-5 gap-y-8 sm:grid-cols-3 lg:grid-cols-6">
        {covers.map(({ slug, title, subject, drawing, ageFrom, ageTo, minutes }) => (
          <li key={slug}>
            <AppLink to={`/packs/${slug}`} className="block">
              <Cover title={title} subject={subject} drawing={drawing} alone />
            </AppLink>
            <p className="small mt-2">
              {agesText(ageFrom, ageTo)} · {minutesText(minutes)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
