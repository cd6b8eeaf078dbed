import { m } from "~/platform/i18n/messages";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";

/** What else a coordinator can do, on pages of its own. */
export function CoordinateMore({ slug }: { slug: string }) {
  const path = `/networks/${slug}/coordinate`;
  return (
    <Section title={m.networks_coordinate_more()}>
      <Register>
        <RegisterRow to={`${path}/health`} title={m.networks_health()} detail={m.networks_health_about()} />
        <RegisterRow
          to={`${path}/left-be`}
          title={m.networks_left_be()}
          detail={m.networks_left_be_about()}
        />
        <RegisterRow
          to={`${path}/invitations`}
          title={m.networks_invitations()}
          detail={m.networks_invitations_about()}
        />
        <RegisterRow
          to={`${path}/letters`}
          title={m.networks_letters()}
          detail={m.networks_letters_about()}
        />
        <RegisterRow
          to={`${path}/territory`}
          title={m.networks_territory()}
          detail={m.networks_territory_about()}
        />
        <RegisterRow
          to={`${path}/settings`}
          title={m.networks_settings()}
          detail={m.networks_settings_about()}
        />
      </Register>
    </Section>
  );
}
