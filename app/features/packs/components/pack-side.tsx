import { m } from "~/platform/i18n/messages";
import { OutsideLink } from "~/ui/app-link";
import { Section } from "~/ui/section";
import { type Licence, licences } from "~db/vocabulary/licences";

export type PackSideProps = {
  pack: { careers: { title: string; text: string }[]; licence: Licence; language: string };
};

/** Beside the pack: who works with this, and what one may do with it. */
export function PackSide({ pack }: PackSideProps) {
  const { licence } = pack;
  const [before = "", after = ""] = m.packs_licence_text({ licence: "\uE000" }).split("\uE000");
  return (
    <>
      {pack.careers.length > 0 ? (
        <Section title={m.packs_careers()} level={3}>
          <dl className="space-y-4" lang={pack.language}>
            {pack.careers.map(({ title, text }, index) => (
              <div key={index}>
                <dt className="font-semibold">{title}</dt>
                <dd className="small">{text}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ) : null}
      <Section title={m.packs_licence()} level={3}>
        <p className="small">
          {before}
          <OutsideLink href={licences[licence]}>{licence}</OutsideLink>
          {after}
        </p>
      </Section>
    </>
  );
}
