import { m } from "~/platform/i18n/messages";
import { LinkedText } from "~/ui/linked-text";
import { Section } from "~/ui/section";

type ToldProps = {
  teaches: Record<"subjects" | "ages" | "languages", string[]>;
  offers: string;
  wishes: string;
  about: string;
};

/** What a person tells of their teaching; what they do not tell is not there. */
export function Told({ teaches: { subjects, ages, languages }, offers, wishes, about }: ToldProps) {
  const lists = [
    { label: m.people_subjects(), words: subjects },
    { label: m.people_ages(), words: ages },
    { label: m.people_languages(), words: languages },
  ].filter(({ words }) => words.length > 0);
  return (
    <>
      {lists.length > 0 ? (
        <Section title={m.people_teaches()}>
          <dl className="mt-4 grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
            {lists.map(({ label, words }) => (
              <div key={label} className="contents">
                <dt className="text-ink-2">{label}</dt>
                <dd>{words.join(", ")}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ) : null}
      <OwnWords title={m.people_offers()} text={offers} />
      <OwnWords title={m.people_wishes()} text={wishes} />
      <OwnWords title={m.people_about()} text={about} />
    </>
  );
}

function OwnWords({ title, text }: { title: string; text: string }) {
  if (text === "") return null;
  return (
    <Section title={title}>
      <p className="prose mt-4 whitespace-pre-line wrap-anywhere" dir="auto">
        <LinkedText text={text} />
      </p>
    </Section>
  );
}
