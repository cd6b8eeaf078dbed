import { m } from "~/platform/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Initials } from "~/ui/initials";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import type { CoordinatorDuty } from "~db/vocabulary/networks";
import { dutyWord } from "../words";

type CoordinatorRow = {
  id: string;
  name: string;
  duty: CoordinatorDuty;
  school: string | null;
  /** Last day of the term, in words. */
  until: string;
  may: { end: boolean };
};

type CoordinatorListProps = { slug: string; coordinators: CoordinatorRow[]; mayAppoint: boolean };

/** Who coordinates, as what and until when; for who may, the ways to change it. */
export function CoordinatorList({ slug, coordinators, mayAppoint }: CoordinatorListProps) {
  const path = `/networks/${slug}/coordinate`;
  return (
    <Section title={m.networks_coordinators()} id="coordinators">
      {coordinators.length === 0 ? <p>{m.networks_no_coordinators()}</p> : null}
      {coordinators.length > 0 ? (
        <Register>
          {coordinators.map(({ id, name, duty, until, may }) => (
            <RegisterRow
              key={id}
              lead={<Initials name={name} />}
              title={name}
              detail={`${dutyWord(duty)}, ${m.networks_until({ date: until })}`}
              end={
                may.end ? (
                  <ButtonLink
                    small
                    variant="quiet"
                    className="max-sm:-ms-3 sm:-me-3"
                    to={`${path}/end/${id}`}
                    aria-label={m.networks_end_name({ person: name })}
                  >
                    {m.networks_end()}
                  </ButtonLink>
                ) : null
              }
            />
          ))}
        </Register>
      ) : null}
      {mayAppoint ? (
        <div className="actions mt-6">
          <ButtonLink to={`${path}/appoint`}>{m.networks_appoint()}</ButtonLink>
        </div>
      ) : null}
    </Section>
  );
}
