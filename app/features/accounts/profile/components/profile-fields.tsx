import { Form, useNavigation } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { ageBandName, subjectName } from "~/platform/i18n/vocabulary";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/fields/text-field";
import { ageBands } from "~db/vocabulary/ages";
import { profileLimits } from "~db/vocabulary/profiles";
import { subjects } from "~db/vocabulary/subjects";
import { TickBoxes } from "./tick-boxes";

type Choice = { value: string; label: string };
type Lists = Record<"subjects" | "ages" | "languages", string[]>;

type ProfileFieldsProps = {
  profile: Lists & Record<"offers" | "wishes" | "about", string> & { version: number };
  languages: { inSight: Choice[]; others: Choice[] };
  refusal: (FormRefusal & { ticked: Lists }) | undefined;
};

/** All that one tells of one's teaching; none of it is asked for. */
export function ProfileFields({ profile, languages, refusal }: ProfileFieldsProps) {
  const busy = useNavigation().state === "submitting";
  const { errors = {} } = refusal ?? {};
  const ticked = refusal?.ticked ?? profile;
  const values: Record<string, string | undefined> = refusal?.values ?? {};
  const text = (name: "offers" | "wishes" | "about") => ({
    name,
    defaultValue: values[name] ?? profile[name],
    error: errors[name],
    maxLength: profileLimits[name],
  });
  return (
    <Form method="post" action="/settings/profile" className="grid gap-8 *:mt-0">
      <input type="hidden" name="version" value={values.version ?? profile.version} />
      <TickBoxes
        name="subjects"
        label={m.accounts_profile_subjects()}
        choices={subjects.map((value) => ({ value, label: subjectName(value) }))}
        ticked={ticked.subjects}
        error={errors.subjects}
      />
      <TickBoxes
        name="ages"
        label={m.accounts_profile_ages()}
        choices={ageBands.map((value) => ({ value, label: ageBandName(value) }))}
        ticked={ticked.ages}
        error={errors.ages}
      />
      <TickBoxes
        name="languages"
        label={m.accounts_profile_languages()}
        hint={m.accounts_profile_languages_hint()}
        choices={languages.inSight}
        more={{ label: m.accounts_profile_languages_more(), choices: languages.others }}
        ticked={ticked.languages}
        error={errors.languages}
      />
      <TextArea
        label={m.accounts_profile_offers()}
        hint={m.accounts_profile_offers_hint()}
        {...text("offers")}
      />
      <TextArea
        label={m.accounts_profile_wishes()}
        hint={m.accounts_profile_wishes_hint()}
        {...text("wishes")}
      />
      <TextArea
        label={m.accounts_profile_about()}
        hint={m.accounts_profile_about_hint()}
        {...text("about")}
      />
      <div>
        <Button variant="filled" busy={busy}>
          {m.accounts_settings_save()}
        </Button>
      </div>
    </Form>
  );
}
