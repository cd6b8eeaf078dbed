import { Fragment, type ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { agesText, minutesText, subjectName } from "~/platform/i18n/vocabulary";
import { AppLink } from "~/ui/app-link";
import { Cover } from "~/ui/cover";
import { RegisterRow } from "~/ui/register";
import { Tag, Tags } from "~/ui/tag";
import type { Lacking, BuildableRow as Row } from "../describe-buildable.server";

/** So many missing things are named; more of them help nobody. */
const MOST_NAMED = 6;

/** A pack or an activity, what of it is missing, and what in the cupboard does the work of something else. */
export function BuildableRow({ row }: { row: Row }) {
  const { activity, missing, substituted } = row;
  const named = missing.slice(0, MOST_NAMED);
  return (
    <RegisterRow
      to={activity ? `/packs/${row.slug}#activity-${activity.position}` : `/packs/${row.slug}`}
      lead={<Cover title={row.title} subject={row.subject} drawing={row.drawing} size="small" />}
      title={
        <span className="text-lg" lang={row.language}>
          {activity ? activity.title : row.title}
        </span>
      }
      end={<State missing={missing.length} substituted={substituted.length} />}
      detail={
        <>
          {activity ? (
            <p>
              {m.materials_activity_of({ position: activity.position })}{" "}
              <span lang={row.language}>{row.title}</span>
            </p>
          ) : null}
          {missing.length > 0 ? (
            <p>
              {m.materials_missing_names()}{" "}
              <Dotted>
                {named.map((material) => (
                  <Missing key={material.slug} material={material} />
                ))}
                {missing.length > named.length
                  ? m.materials_missing_more({ count: missing.length - named.length })
                  : null}
              </Dotted>
            </p>
          ) : null}
          {substituted.map((material) => (
            <p key={material.slug}>
              <MaterialLink material={material} />: <Instead material={material} />
            </p>
          ))}
        </>
      }
    >
      <Tags>
        <Tag>{agesText(row.ageFrom, row.ageTo)}</Tag>
        <Tag>{minutesText(row.minutes)}</Tag>
        <Tag>{subjectName(row.subject)}</Tag>
      </Tags>
    </RegisterRow>
  );
}

function State({ missing, substituted }: { missing: number; substituted: number }) {
  if (missing > 0) return <Tag tone="amber">{m.materials_missing({ count: missing })}</Tag>;
  return (
    <Tag tone="board">
      {substituted > 0 ? m.materials_everything_but({ count: substituted }) : m.materials_everything()}
    </Tag>
  );
}

// Dots, for names of materials hold commas: "Card, 300 g, A4".
function Dotted({ children }: { children: ReactNode[] }) {
  const shown = children.flat().filter(Boolean);
  return (
    <>
      {shown.map((child, index) => (
        <Fragment key={index}>
          {index > 0 ? " · " : null}
          {child}
        </Fragment>
      ))}
    </>
  );
}

function Missing({ material }: { material: Lacking }) {
  const others = material.substitutes.slice(0, 2).map(({ name }) => name);
  return (
    <>
      <MaterialLink material={material} />
      {others.length > 0 ? ` (${m.materials_or({ materials: others.join(" / ") })})` : null}
    </>
  );
}

function MaterialLink({ material: { slug, name } }: { material: Lacking }) {
  return (
    <AppLink to={`/packs?material=${slug}`} className="link">
      {name}
    </AppLink>
  );
}

function Instead({ material }: { material: Lacking }) {
  const { name: substitute, note } = material.substitutes[0]!;
  return note ? m.materials_does_it_note({ substitute, note }) : m.materials_does_it({ substitute });
}
