import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import { type CupboardAddress, cupboardHref } from "../cupboard";

export type UnclearLine = { text: string; choices: { slug: string; name: string }[] };

/** Lines of a list that name nothing we know, each with what may be meant. Choosing one takes the line away. */
export function UnclearLines({ address, lines }: { address: CupboardAddress; lines: UnclearLine[] }) {
  if (lines.length === 0) return null;
  const without = (line: string) =>
    address.list
      .split("\n")
      .filter((other) => other !== line)
      .join("\n");
  return (
    <div className="no-print mt-6 max-w-[46rem]">
      <Section title={m.materials_unclear()}>
        <Register>
          {lines.map(({ text, choices }) => (
            <RegisterRow
              key={text}
              title={<span className="wrap-anywhere">{text}</span>}
              detail={question(choices.length)}
              end={
                <AppLink
                  to={cupboardHref(address, { list: without(text) })}
                  aria-label={m.materials_leave_out_label({ text })}
                  className="link"
                  preventScrollReset
                >
                  {m.materials_leave_out()}
                </AppLink>
              }
            >
              {choices.length > 0 ? (
                <ul className="mt-2 flex flex-wrap gap-2">
                  {choices.map(({ slug, name }) => (
                    <li key={slug}>
                      <ButtonLink small to={withOne(address, slug, without(text))} preventScrollReset>
                        {name}
                      </ButtonLink>
                    </li>
                  ))}
                </ul>
              ) : null}
            </RegisterRow>
          ))}
        </Register>
      </Section>
    </div>
  );
}

const withOne = (address: CupboardAddress, slug: string, list: string) =>
  cupboardHref(address, { materials: [...new Set([...address.materials, slug])].sort(), list });

function question(choices: number): string {
  if (choices === 0) return m.materials_unclear_none();
  return choices === 1 ? m.materials_unclear_one() : m.materials_unclear_many();
}
