import { m } from "~/platform/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Empty } from "~/ui/empty";

type NobodyFoundProps = {
  slug: string;
  /** The subject that alone was asked for. */
  subject: string | null;
};

/** When no member fits: says so, and what one can do about it. */
export function NobodyFound({ slug, subject }: NobodyFoundProps) {
  return (
    <Empty
      title={subject ? m.networks_directory_none_subject({ subject }) : m.networks_directory_none()}
      text={m.networks_directory_none_text()}
      action={
        <>
          <ButtonLink to={`/networks/${slug}/members`}>{m.networks_directory_all()}</ButtonLink>{" "}
          <ButtonLink to="/settings/profile">{m.networks_directory_yours()}</ButtonLink>
        </>
      }
    />
  );
}
